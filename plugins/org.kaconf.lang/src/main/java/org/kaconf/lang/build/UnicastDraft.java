package org.kaconf.lang.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.UnicastOptions;
import org.kaconf.model.UnicastOptions.Checksum;
import org.kaconf.model.UnicastPeer;

/** Unicast peers and how to talk to them, while they are read. */
final class UnicastDraft {
	private final Map<IpAddress, UnicastPeer> peers = new LinkedHashMap<>();
	private Integer ttl;
	private boolean checkSource;
	private boolean faultWithoutPeers;
	private Checksum checksum = Checksum.AUTOMATIC;

	static <T> void addTo(BlockReader<T> reader, Function<T, UnicastDraft> unicast) {
		reader.on("unicast_ttl", (t, line) -> line.integer(0).ifPresent(v -> unicast.apply(t).ttl = v))
				.on("check_unicast_src", (t, line) -> unicast.apply(t).checkSource = true)
				.on("unicast_fault_no_peer", (t, line) -> unicast.apply(t).faultWithoutPeers = true)
				.on("old_unicast_checksum", (t, line) -> unicast.apply(t).setChecksum(line));
	}

	private void setChecksum(Line line) {
		if (!line.has(0)) {
			checksum = Checksum.OLD;
		} else if (line.raw(0).equals("never")) {
			checksum = Checksum.STANDARD;
		}
	}

	/** Reads {@code unicast_peer}. A range of TTLs asks for checking the source, too. @param seen is told each address */
	void readPeers(Line line, Context context, Consumer<IpAddress> seen) {
		EntryLine.read(line.statement().getBlock(), "unicast_peer", context, entry -> AddressReader.peer(entry).ifPresent(peer -> {
			seen.accept(peer.address());
			peers.putIfAbsent(peer.address(), peer);
			checkSource |= peer.minTtl() != null || peer.maxTtl() != null;
		}));
	}

	List<UnicastPeer> peers(Family family) {
		return peers.values().stream().filter(p -> p.address().family() == family).toList();
	}

	/** @param anyPeer whether there are any; without, a TTL does not count */
	UnicastOptions build(boolean anyPeer, boolean checkSourceByDefault) {
		return new UnicastOptions(anyPeer ? ttl : null, checkSource || checkSourceByDefault, faultWithoutPeers, checksum);
	}
}

package org.kaconf.lang.build;

import java.util.Optional;

import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;

/** Lines of virtual and static addresses and of unicast peers. */
final class AddressReader {
	private static final int LONGEST_LABEL = 15;

	private AddressReader() {
	}

	/** An address and the length behind it; a length that is wrong counts as that of a single host. */
	static Optional<IpPrefix> prefix(String word) {
		int slash = word.indexOf('/');
		return IpPrefix.parse(word).or(() -> slash < 0 ? Optional.empty() : IpPrefix.parse(word.substring(0, slash)));
	}

	/** A virtual address; empty when the line gives none that keepalived would set. */
	static Optional<VirtualAddress> virtualAddress(EntryLine line) {
		String label = line.written("label");
		Optional<IpPrefix> prefix = prefix(line.subject());
		if (prefix.isEmpty() || label != null && label.length() > LONGEST_LABEL) {
			return Optional.empty();
		}
		Family family = prefix.get().address().family();
		boolean ipv4 = family == Family.IPV4;
		if (!ipv4 && line.written("broadcast") != null) {
			return Optional.empty();
		}
		IpPrefix peer = Optional.ofNullable(line.option("peer")).flatMap(IpPrefix::parse).filter(p -> p.address().family() == family).orElse(null);
		IpPrefix own = peer == null ? prefix.get() : new IpPrefix(prefix.get().address(), peer.length());
		return Optional.of(new VirtualAddress(own, line.option("dev"), ipv4 ? line.option("scope") : null, ipv4 ? label : null,
				ipv4 && peer == null ? line.option("broadcast") : null, peer, options(line), line.origins()));
	}

	private static AddressOptions options(EntryLine line) {
		return new AddressOptions(line.has("home"), line.has("-nodad"), line.has("mngtmpaddr"), line.has("noprefixroute"), line.has("autojoin"),
				preferredLifetime(line.option("preferred_lft")), line.has("use_vmac"), !line.has("no_track"), line.option("track_group"));
	}

	private static Long preferredLifetime(String written) {
		return written == null ? null : written.equals("forever") ? Long.valueOf(AddressOptions.FOREVER) : Numbers.parse(written).map(n -> n.longValue()).orElse(null);
	}

	static Optional<UnicastPeer> peer(EntryLine line) {
		return line.address().map(address -> new UnicastPeer(address, line.number("min_ttl").orElse(null), line.number("max_ttl").orElse(null), line.origins()));
	}
}

package org.kaconf.lang.build;

import java.util.Optional;

import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;

/** Lines of virtual addresses and unicast peers. */
final class AddressReader {
	private static final int LONGEST_LABEL = 15;

	private AddressReader() {
	}

	/** A virtual address; empty when the line gives none that keepalived would set. */
	static Optional<VirtualAddress> virtualAddress(EntryLine line) {
		String label = line.written("label");
		Optional<IpPrefix> prefix = IpPrefix.parse(line.subject());
		if (prefix.isEmpty() || label != null && label.length() > LONGEST_LABEL) {
			return Optional.empty();
		}
		boolean ipv4 = prefix.get().address().family() == Family.IPV4;
		IpPrefix peer = Optional.ofNullable(line.option("peer")).flatMap(IpPrefix::parse).orElse(null);
		return Optional.of(new VirtualAddress(prefix.get(), line.option("dev"), ipv4 ? line.option("scope") : null, ipv4 ? label : null,
				ipv4 && peer == null ? line.option("broadcast") : null, peer, line.origins()));
	}

	static Optional<UnicastPeer> peer(EntryLine line) {
		return line.address().map(address -> new UnicastPeer(address, line.number("min_ttl").orElse(null), line.number("max_ttl").orElse(null), line.origins()));
	}
}

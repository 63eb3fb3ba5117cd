package org.kaconf.runtime.linux;

import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;

/** The broadcast address of a virtual address, where {@code +} sets the host bits and {@code -} clears them (ip-address(8)). */
final class Broadcast {
	private Broadcast() {
	}

	/** @return {@code null} for none */
	static byte[] of(VirtualAddress address) {
		String written = address.broadcast();
		if (written == null || address.address().family() != Family.IPV4) {
			return null;
		}
		long hostBits = 0xffffffffL >>> address.prefix().length();
		return switch (written) {
			case "+" -> new IpAddress(Family.IPV4, 0, address.address().low() | hostBits).bytes();
			case "-" -> new IpAddress(Family.IPV4, 0, address.address().low() & ~hostBits).bytes();
			default -> IpAddress.of(written).bytes();
		};
	}
}

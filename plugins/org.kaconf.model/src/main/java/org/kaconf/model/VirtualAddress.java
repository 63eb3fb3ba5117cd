package org.kaconf.model;

/**
 * One line of {@code virtual_ipaddress} or {@code virtual_ipaddress_excluded}.
 *
 * @param device interface that carries it; {@code null} for the interface of the instance
 * @param scope name or number of the address scope; {@code null} for the kernel's choice
 * @param label IPv4 label, at most 15 characters; {@code null} for none
 * @param broadcast IPv4 broadcast address, {@code "+"} or {@code "-"} as of ip-address(8); {@code null} for none
 * @param peer address of the other end of a point-to-point link; {@code null} for none
 */
public record VirtualAddress(IpPrefix prefix, String device, String scope, String label, String broadcast, IpPrefix peer, Origins origins) {
	public VirtualAddress {
		origins = Origins.orNone(origins);
	}

	/** An address with no options. */
	public static VirtualAddress of(String prefix) {
		return new VirtualAddress(IpPrefix.of(prefix), null, null, null, null, null, Origins.NONE);
	}

	public IpAddress address() {
		return prefix.address();
	}
}

package org.kaconf.model;

/**
 * One line of {@code virtual_ipaddress}, {@code virtual_ipaddress_excluded} or {@code static_ipaddress}.
 *
 * @param device interface that carries it; {@code null} for the interface of the instance
 * @param scope name or number of the address scope; {@code null} for the kernel's choice
 * @param label IPv4 label, at most 15 characters; {@code null} for none
 * @param broadcast IPv4 broadcast address, {@code "+"} or {@code "-"} as of ip-address(8); {@code null} for none
 * @param peer address of the other end of a point-to-point link; {@code null} for none
 */
public record VirtualAddress(IpPrefix prefix, String device, String scope, String label, String broadcast, IpPrefix peer, AddressOptions options,
		Origins origins) {
	public VirtualAddress {
		origins = Origins.orNone(origins);
	}

	/** An address whose further options are not set. */
	public VirtualAddress(IpPrefix prefix, String device, String scope, String label, String broadcast, IpPrefix peer, Origins origins) {
		this(prefix, device, scope, label, broadcast, peer, AddressOptions.DEFAULT, origins);
	}

	/** An address with no options. */
	public static VirtualAddress of(String prefix) {
		return new VirtualAddress(IpPrefix.of(prefix), null, null, null, null, null, Origins.NONE);
	}

	public VirtualAddress withDevice(String newDevice) {
		return new VirtualAddress(prefix, newDevice, scope, label, broadcast, peer, options, origins);
	}

	public VirtualAddress withVmac(boolean vmac) {
		return new VirtualAddress(prefix, device, scope, label, broadcast, peer, options.withVmac(vmac), origins);
	}

	public IpAddress address() {
		return prefix.address();
	}

	/** Seconds until the address is deprecated, {@link AddressOptions#FOREVER} for never: as written, or what keepalived does otherwise. */
	public long preferredLifetime() {
		if (options.preferredLifetime() != null) {
			return options.preferredLifetime();
		}
		return address().family() == Family.IPV6 && prefix.length() == Family.IPV6.bits() ? 0 : AddressOptions.FOREVER;
	}
}

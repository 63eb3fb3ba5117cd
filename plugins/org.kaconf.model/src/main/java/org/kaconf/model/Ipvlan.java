package org.kaconf.model;

/**
 * {@code use_ipvlan}: the instance works on an ipvlan interface, which shares the MAC address of the interface below.
 *
 * @param interfaceName at most 15 characters; {@code null} for the default, such as {@code vrrp.51}
 * @param address an address that the interface gets for sending; {@code null} for none
 */
public record Ipvlan(String interfaceName, Mode mode, IpPrefix address) {
	/** How traffic between ipvlan interfaces of one parent travels (ip-link(8)). */
	public enum Mode {
		BRIDGE, PRIVATE, VEPA
	}
}

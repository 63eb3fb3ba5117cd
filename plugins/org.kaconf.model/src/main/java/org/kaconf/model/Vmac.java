package org.kaconf.model;

/**
 * {@code use_vmac}: the instance works on a macvlan interface with the virtual router's own MAC address (RFC 9568, 7.3).
 *
 * @param interfaceName name of that interface, at most 15 characters; {@code null} for the default, such as {@code vrrp.51}
 * @param mac its address, six bytes in hexadecimal with colons between; {@code null} for the standard's
 * @param transmitOnBase {@code vmac_xmit_base}: adverts leave through the interface below, with its own MAC address
 */
public record Vmac(String interfaceName, String mac, boolean transmitOnBase) {
	/** As {@code use_vmac} with nothing behind it. */
	public static final Vmac DEFAULT = new Vmac(null, null, false);
}

package org.kaconf.runtime.linux;

import org.kaconf.model.IpPrefix;

/**
 * An IP address on an interface.
 *
 * @param usable whether one can send from it: not while IPv6 has not ruled out a duplicate, and never when it has found one
 */
public record LinkAddress(int interfaceIndex, IpPrefix prefix, boolean usable) {
	/** Whether both are one address on one interface, whatever is known of it. */
	public boolean isSame(LinkAddress other) {
		return interfaceIndex == other.interfaceIndex && prefix.equals(other.prefix);
	}
}

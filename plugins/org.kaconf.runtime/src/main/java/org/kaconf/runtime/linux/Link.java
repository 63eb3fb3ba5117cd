package org.kaconf.runtime.linux;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A network interface as the kernel reports it.
 *
 * @param hardwareAddress six bytes on Ethernet, empty where there is none
 * @param kind what made it, such as {@code macvlan}; empty for hardware
 * @param up whether it is administratively up and has a carrier (IFF_UP and IFF_RUNNING)
 */
public record Link(int index, String name, byte[] hardwareAddress, String kind, boolean up) {
	@Override
	public boolean equals(Object other) {
		return other instanceof Link link && index == link.index && name.equals(link.name) && up == link.up && kind.equals(link.kind)
				&& Arrays.equals(hardwareAddress, link.hardwareAddress);
	}

	@Override
	public int hashCode() {
		return index;
	}

	@Override
	public String toString() {
		return name + " (index " + index + ", " + HexFormat.ofDelimiter(":").formatHex(hardwareAddress) + (up ? ", up)" : ", down)");
	}
}

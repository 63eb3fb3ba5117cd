package org.kaconf.runtime.daemon;

import java.util.HexFormat;
import java.util.Objects;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.MacAddress;

/**
 * A macvlan interface that stands for a virtual router (RFC 9568, 7.3).
 *
 * @param name at most 15 characters
 * @param base the interface that carries it
 * @param family what it is for: the other has no business there
 * @param sends whether adverts leave through it; over IPv6 it needs an address then
 * @param source the address that adverts leave with; {@code null} for that of the base
 * @param instance name of the instance, for the log
 */
record VmacInterface(String name, String base, Family family, MacAddress hardwareAddress, boolean sends, IpAddress source, String instance) {
	private static final int NAME_CHARACTERS = 15;

	/** The address that the instance's VMAC has: the standard's (RFC 9568, 7.3) or the configured one. */
	static MacAddress hardwareAddress(Instance instance, Family family) {
		String written = instance.vmac() == null ? null : instance.vmac().mac();
		if (written == null) {
			return MacAddress.virtual(instance.virtualRouterId(), family);
		}
		return MacAddress.of(HexFormat.ofDelimiter(":").parseHex(written));
	}

	/** A default name. @param number what tells it from others of the same virtual router id; 0 for none */
	static String name(String prefix, int number, int virtualRouterId) {
		String end = (number == 0 ? "" : Integer.toString(number)) + "." + virtualRouterId;
		return prefix.substring(0, Math.min(prefix.length(), NAME_CHARACTERS - end.length())) + end;
	}

	/** Whether both are the same interface, whoever asks for it. */
	boolean isSame(VmacInterface other) {
		return name.equals(other.name) && base.equals(other.base) && family == other.family && Objects.equals(hardwareAddress, other.hardwareAddress)
				&& sends == other.sends && Objects.equals(source, other.source);
	}
}

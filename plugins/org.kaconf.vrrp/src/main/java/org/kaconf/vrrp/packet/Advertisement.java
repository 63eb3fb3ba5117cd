package org.kaconf.vrrp.packet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/**
 * What one advert says (RFC 3768, 5.1; RFC 9568, 5.1).
 *
 * @param virtualRouterId 1..255
 * @param priority 0..255; 0 means that the master stops
 * @param advertIntervalNanos version 2: whole seconds, 0..255 s; version 3: steps of 10 ms, 0..40.95 s
 * @param addresses the virtual addresses, at most 255, all of the family of the packet's source
 * @param authentication the password as it travels, see {@link #onTheWire}; {@link Authentication#NONE} in version 3 and over IPv6
 */
public record Advertisement(VrrpVersion version, int virtualRouterId, int priority, long advertIntervalNanos, List<IpAddress> addresses,
		Authentication authentication) {
	/** The priority of a master that stops (RFC 9568, 5.2.4). */
	public static final int STOPPING = 0;

	public Advertisement {
		addresses = List.copyOf(addresses);
		if (virtualRouterId < 1 || virtualRouterId > 255) {
			throw new IllegalArgumentException("virtual router id " + virtualRouterId + " is not in 1..255");
		}
		if (priority < 0 || priority > 255) {
			throw new IllegalArgumentException("priority " + priority + " is not in 0..255");
		}
		if (addresses.size() > 255) {
			throw new IllegalArgumentException(addresses.size() + " addresses do not fit into one advert");
		}
	}

	/** The advert an instance sends while its effective priority is the given one. */
	public static Advertisement of(Instance instance, int priority) {
		List<IpAddress> addresses = instance.virtualAddresses().stream().map(VirtualAddress::address).toList();
		Authentication authentication = instance.version() == VrrpVersion.V2 ? onTheWire(instance.authentication()) : Authentication.NONE;
		return new Advertisement(instance.version(), instance.virtualRouterId(), priority, instance.advertInterval().toNanos(), addresses, authentication);
	}

	/**
	 * A configured authentication in the form in which it travels: the first eight bytes of the password in UTF-8, each as one character, without the
	 * zero bytes that fill it up. The password of {@link Type#AH} does not travel.
	 */
	public static Authentication onTheWire(Authentication configured) {
		if (configured.type() != Type.PASS) {
			return new Authentication(configured.type(), "");
		}
		byte[] bytes = configured.password().getBytes(StandardCharsets.UTF_8);
		return new Authentication(Type.PASS, text(Arrays.copyOf(bytes, Authentication.PASSWORD_BYTES)));
	}

	/** Eight bytes of a packet as a password. */
	static String text(byte[] password) {
		int length = password.length;
		while (length > 0 && password[length - 1] == 0) {
			length--;
		}
		return new String(password, 0, length, StandardCharsets.ISO_8859_1);
	}

	/** The same advert with another priority; itself when it is the same. */
	public Advertisement withPriority(int newPriority) {
		return newPriority == priority ? this
				: new Advertisement(version, virtualRouterId, newPriority, advertIntervalNanos, addresses, authentication);
	}

	public Duration advertInterval() {
		return Duration.ofNanos(advertIntervalNanos);
	}
}

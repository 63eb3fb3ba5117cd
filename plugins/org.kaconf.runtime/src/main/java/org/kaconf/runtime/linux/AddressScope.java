package org.kaconf.runtime.linux;

import java.util.Map;

/** Names of address scopes (iproute2: rt_scopes). */
final class AddressScope {
	private static final Map<String, Integer> NUMBERS = Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);

	private AddressScope() {
	}

	/** @param scope a name, or a number 0..255 in decimal */
	static int number(String scope) {
		Integer number = NUMBERS.get(scope);
		return number != null ? number : Integer.parseInt(scope) & 0xff;
	}
}

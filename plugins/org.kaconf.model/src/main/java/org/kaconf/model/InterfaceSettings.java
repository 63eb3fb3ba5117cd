package org.kaconf.model;

import java.time.Duration;

/**
 * How a node watches the link of an interface: {@code interface_up_down_delays} and {@code linkbeat_interfaces}.
 *
 * @param downDelay how long the link must be down before that counts, 0..255 s
 * @param upDelay how long it must be up before that counts, 0..255 s
 * @param linkbeat how it is polled; {@code null} to listen to netlink
 */
public record InterfaceSettings(String name, Duration downDelay, Duration upDelay, Linkbeat linkbeat, Origins origins) {
	public InterfaceSettings {
		origins = Origins.orNone(origins);
	}

	/** Ways of asking a driver for its link. */
	public enum Linkbeat {
		/** The first of the others that the driver knows. */
		ANY, MII, ETHTOOL, IOCTL
	}
}

package org.kaconf.vrrp.packet;

/** What {@link PacketCodec#decode} makes of received bytes. */
public sealed interface Decoded {
	/** A packet that is right in itself. Whether it fits the configuration is for the state machine to say. */
	record Valid(Advertisement advertisement) implements Decoded {
	}

	/**
	 * A packet to drop.
	 *
	 * @param virtualRouterId which virtual router it names, 0..255; -1 when it is too short to say
	 * @param detail one line in keepalived's words, without the name of the instance
	 */
	record Malformed(Reason reason, int virtualRouterId, String detail) implements Decoded {
	}
}

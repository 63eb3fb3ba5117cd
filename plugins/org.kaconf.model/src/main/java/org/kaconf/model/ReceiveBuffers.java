package org.kaconf.model;

/**
 * {@code vrrp_rx_bufs_policy} and {@code vrrp_rx_bufs_multiplier}: how large receive buffers of sockets are made.
 *
 * @param policy {@code null} for the system's default
 * @param size bytes for {@link Policy#SIZE}, else 0
 * @param multiplier how many times as much as the policy says
 */
public record ReceiveBuffers(Policy policy, long size, int multiplier) {
	public static final ReceiveBuffers DEFAULT = new ReceiveBuffers(null, 0, 3);

	/** What the size goes by. */
	public enum Policy {
		/** The largest frame of the interface. */
		MTU,
		/** The size of the adverts. */
		ADVERT,
		/** A number of bytes. */
		SIZE
	}
}

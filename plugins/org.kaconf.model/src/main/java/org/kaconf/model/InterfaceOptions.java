package org.kaconf.model;

/**
 * What an instance does with and expects from its interface.
 *
 * @param vrf VRF that stands in for an interface when unicast goes out without one; {@code null} for none
 * @param trackPrimary false for {@code dont_track_primary}: the interface going down is no fault
 * @param trackSource {@code track_src_ip}: a configured source address that is missing is a fault
 * @param pollLink {@code linkbeat_use_polling}: the link is polled instead of listening to netlink
 * @param promoteSecondaries the kernel keeps secondary addresses when the primary one is removed
 * @param receiveBuffer bytes of the receive buffer of its socket, 0..4294967295; {@code null} for what {@link ReceiveBuffers} say
 */
public record InterfaceOptions(String vrf, boolean trackPrimary, boolean trackSource, boolean pollLink, boolean promoteSecondaries, Long receiveBuffer) {
	public static final InterfaceOptions DEFAULT = new InterfaceOptions(null, true, false, false, false, null);
}

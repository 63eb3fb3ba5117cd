package org.kaconf.simulation;

import org.kaconf.vrrp.packet.Reason;

/**
 * Adverts that arrive and are dropped.
 *
 * @param receiver place of the participant that drops them
 * @param sender place of the participant that sends them
 * @param text why, in keepalived's words
 */
record Rejected(int receiver, int sender, Reason reason, String text) {
}

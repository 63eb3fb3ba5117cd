/**
 * The VRRP state machine of RFC 9568, 6.4 and RFC 3768, 6.4 with the behaviour and the words of keepalived.
 * {@link org.kaconf.vrrp.machine.VirtualRouter#step} maps a state, an event and the time to a new state and effects. There is no clock, no thread and no
 * network here: the daemon and the simulator both own a loop that hands in events and carries out effects in their order.
 */
package org.kaconf.vrrp.machine;

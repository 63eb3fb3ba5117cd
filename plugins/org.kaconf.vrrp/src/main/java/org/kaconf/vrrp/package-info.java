/**
 * The Virtual Router Redundancy Protocol without a clock and without a network: {@link org.kaconf.vrrp.packet} turns adverts into bytes and back,
 * {@link org.kaconf.vrrp.machine} decides what a node does. The daemon and the simulator drive the same machine.
 */
package org.kaconf.vrrp;

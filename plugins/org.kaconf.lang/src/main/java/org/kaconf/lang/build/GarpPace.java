package org.kaconf.lang.build;

import java.time.Duration;

/** How fast gratuitous ARP and neighbour advertisements may leave an interface. @param group number of the interfaces that share this; 0 for none */
record GarpPace(Duration arp, Duration neighbour, int group) {
}

package org.kaconf.runtime.daemon;

import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.Link;

/**
 * An address and where it lives now.
 *
 * @param carrier name of the interface that all its frames go through: the link itself, or what carries it
 */
record Announcement(Link link, String carrier, IpAddress address) {
}

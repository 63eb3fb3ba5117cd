package org.kaconf.runtime.linux;

import org.kaconf.model.IpPrefix;

/** An IP address on an interface. */
public record LinkAddress(int interfaceIndex, IpPrefix prefix) {
}

package org.kaconf.vrrp.conformance;

import org.kaconf.model.VrrpVersion;

/** RFC 9568, 6.4.1. */
class Rfc9568Section6_4_1Test extends StartupRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V3;
	}
}

package org.kaconf.vrrp.conformance;

import org.kaconf.model.VrrpVersion;

/** RFC 3768, 6.4.1. */
class Rfc3768Section6_4_1Test extends StartupRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V2;
	}
}

package org.kaconf.vrrp.conformance;

import org.kaconf.model.VrrpVersion;

/** RFC 3768, 6.4.3. */
class Rfc3768Section6_4_3Test extends ActiveRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V2;
	}
}

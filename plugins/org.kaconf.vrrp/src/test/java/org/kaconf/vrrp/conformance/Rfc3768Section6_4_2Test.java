package org.kaconf.vrrp.conformance;

import org.kaconf.model.VrrpVersion;

/** RFC 3768, 6.4.2. */
class Rfc3768Section6_4_2Test extends BackupRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V2;
	}
}

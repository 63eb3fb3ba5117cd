package org.kaconf.generator.unit;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Globals;
import org.kaconf.model.ProcessSettings;

/** Lines of the unit for what depends on the globals of a node. */
final class Grants {
	private Grants() {
	}

	static List<String> of(Globals globals) {
		List<String> lines = new ArrayList<>(limits(globals.process()));
		if (!lines.isEmpty()) {
			lines.addFirst("# VRRP runs before what is ordinary, unless vrrp_priority, vrrp_rt_priority or max_auto_priority say otherwise; a limit gives scripts less than a capability would.");
		}
		if (globals.networkNamespace() != null) {
			lines.add("# For net_namespace, at the start only.");
			lines.add("CapabilityBoundingSet=CAP_SYS_ADMIN");
			lines.add("RestrictNamespaces=net");
		}
		return lines;
	}

	/** To be less urgent than others is allowed to everybody. */
	private static List<String> limits(ProcessSettings process) {
		List<String> lines = new ArrayList<>();
		int realtime = Math.max(process.effectiveRealtimePriority(), process.automatic().greatest());
		if (realtime > 0) {
			lines.add("LimitRTPRIO=" + realtime);
		}
		if (process.nice() != null && process.nice() < 0) {
			lines.add("LimitNICE=" + process.nice());
		}
		if (process.noSwap()) {
			lines.add("LimitMEMLOCK=infinity");
		}
		return lines;
	}
}

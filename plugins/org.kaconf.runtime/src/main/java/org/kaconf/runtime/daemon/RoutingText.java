package org.kaconf.runtime.daemon;

import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;

/** How routes and rules are named in the log. */
final class RoutingText {
	private RoutingText() {
	}

	/** @param routing a {@link Route} or a {@link RoutingRule} */
	static String of(Object routing) {
		return switch (routing) {
			case Route route -> of(route);
			case RoutingRule rule -> "from " + (rule.from() == null ? "all" : rule.from()) + (rule.to() == null ? "" : " to " + rule.to()) + " priority " + rule.preference();
			default -> routing.toString();
		};
	}

	private static String of(Route route) {
		StringBuilder text = new StringBuilder(route.destination().length() == 0 ? "default" : route.destination().toString());
		if (route.hop().gateway() != null) {
			text.append(" via ").append(route.hop().gateway());
		}
		if (route.hop().device() != null) {
			text.append(" dev ").append(route.hop().device());
		}
		if (route.table() != null) {
			text.append(" table ").append(route.table());
		}
		return text.toString();
	}
}

package org.kaconf.model.json;

import static org.kaconf.model.json.NodeReader.address;
import static org.kaconf.model.json.NodeReader.prefix;

import org.kaconf.model.Encapsulation;
import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.NumberRange;
import org.kaconf.model.Origins;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetric;
import org.kaconf.model.RouteMetrics;
import org.kaconf.model.RoutingRule;

/** Routes and routing rules. */
final class RouteReader {
	private RouteReader() {
	}

	static Route route(JsonMembers in) {
		return new Route(in.one("family", Family::valueOf), in.text("type"), in.one("destination", IpPrefix::of), prefix(in, "source"),
				address(in, "preferredSource"), in.textOrNull("table"), in.textOrNull("vrf"), in.textOrNull("protocol"), in.textOrNull("scope"),
				in.bigNumberOrNull("metric"), in.textOrNull("tos"), nextHop(in.object("hop")), in.objects("nextHops", RouteReader::nextHop),
				metrics(in.object("metrics")), in.bigNumberOrNull("expires"), in.textOrNull("preference"), in.flagOrNull("ttlPropagate"),
				in.one("insertion", Route.Insertion::valueOf), in.flag("tracked"), in.textOrNull("trackGroup"), Origins.NONE);
	}

	private static NextHop nextHop(JsonMembers in) {
		return new NextHop(address(in, "gateway"), in.textOrNull("device"), in.number("weight"), in.flag("onLink"), in.textOrNull("realms"),
				in.readOrNull("encapsulation", RouteReader::encapsulation));
	}

	private static Encapsulation encapsulation(JsonMembers in) {
		return new Encapsulation(in.one("kind", Encapsulation.Kind::valueOf), in.textOrNull("target"), in.textOrNull("id"),
				address(in, "destination"), address(in, "source"), in.textOrNull("trafficClass"), in.numberOrNull("hopLimit"),
				in.numberOrNull("flags"));
	}

	private static RouteMetrics metrics(JsonMembers in) {
		return new RouteMetrics(in.objects("values", RouteReader::metric), in.textOrNull("congestionControl"), in.flag("congestionControlLocked"));
	}

	private static RouteMetric metric(JsonMembers in) {
		return new RouteMetric(in.one("kind", RouteMetric.Kind::valueOf), in.bigNumber("value"), in.flag("locked"));
	}

	static RoutingRule rule(JsonMembers in) {
		return new RoutingRule(in.one("family", Family::valueOf), in.flag("inverted"), prefix(in, "from"), prefix(in, "to"),
				in.bigNumber("preference"), in.one("action", RoutingRule.Action::valueOf), in.textOrNull("table"), in.bigNumberOrNull("target"),
				in.textOrNull("tos"), in.bigNumberOrNull("mark"), in.bigNumberOrNull("markMask"), in.textOrNull("realms"),
				in.textOrNull("incomingInterface"), in.textOrNull("outgoingInterface"), in.readOrNull("userIds", RouteReader::range),
				in.textOrNull("ipProtocol"), in.readOrNull("sourcePorts", RouteReader::range), in.readOrNull("destinationPorts", RouteReader::range),
				in.textOrNull("tunnelId"), in.numberOrNull("protocol"), in.numberOrNull("suppressPrefixLength"), in.textOrNull("suppressGroup"),
				in.flag("tracked"), in.textOrNull("trackGroup"), Origins.NONE);
	}

	private static NumberRange range(JsonMembers in) {
		return new NumberRange(in.bigNumber("first"), in.bigNumber("last"));
	}
}

package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Origins;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.TrackGroup;
import org.kaconf.model.VirtualAddress;

/** Static addresses, routes and rules and the groups that suffer with them, while they are read. */
final class StaticDraft {
	private static final BlockReader<List<String>> GROUP = new BlockReader<List<String>>("track_group")
			.on("group", (names, line) -> {
				if (names.isEmpty()) {
					names.addAll(EntryLine.words(line.statement().getBlock()));
				}
			});

	private final Map<String, TrackGroup> groups = new LinkedHashMap<>();
	private final List<VirtualAddress> addresses = new ArrayList<>();
	private final List<Route> routes = new ArrayList<>();
	private final List<RoutingRule> rules = new ArrayList<>();

	void readGroup(Statement statement, Context context) {
		if (statement.getValues().size() == 1) {
			List<String> names = new ArrayList<>();
			Origins.Builder origins = Origins.at(context.places().of(Regions.head(statement)));
			GROUP.read(statement.getBlock(), names, origins, context);
			String name = statement.getValues().getFirst().getText();
			groups.putIfAbsent(name, new TrackGroup(name, names, origins.build()));
		}
	}

	/** @param defaultInterface for addresses that name none */
	void readAddresses(Statement statement, String defaultInterface, Context context) {
		EntryLine.read(statement.getBlock(), "static_ipaddress", context,
				line -> AddressReader.virtualAddress(line).ifPresent(a -> addresses.add(a.device() == null ? a.withDevice(defaultInterface) : a)));
	}

	void readRoutes(Statement statement, Context context) {
		EntryLine.read(statement.getBlock(), "static_routes", context, line -> RouteDraft.read(line).ifPresent(routes::add));
	}

	void readRules(Statement statement, RulePreferences preferences, Context context) {
		EntryLine.read(statement.getBlock(), "static_rules", context, line -> RuleDraft.read(line, preferences).ifPresent(rules::add));
	}

	/** Makes the instances of each group track the interfaces of what belongs to it; without an interface, or with {@code no_track}, a thing is tracked by nobody. */
	void track(Map<String, InstanceDraft> instances) {
		for (VirtualAddress address : addresses) {
			if (address.options().tracked()) {
				track(address.options().trackGroup(), address.device(), address.origins(), instances);
			}
		}
		for (Route route : routes) {
			if (route.tracked()) {
				track(route.trackGroup(), route.hop().device(), route.origins(), instances);
			}
		}
		for (RoutingRule rule : rules) {
			if (rule.tracked()) {
				track(rule.trackGroup(), rule.incomingInterface(), rule.origins(), instances);
			}
		}
	}

	private void track(String group, String device, Origins origins, Map<String, InstanceDraft> instances) {
		if (device != null && groups.containsKey(group)) {
			groups.get(group).instances().stream().filter(instances::containsKey).forEach(name -> instances.get(name).needInterface(device, origins));
		}
	}

	/** The groups with the instances that there are; one without any is removed. */
	List<TrackGroup> groups(Set<String> instances) {
		return groups.values().stream().map(g -> new TrackGroup(g.name(), g.instances().stream().filter(instances::contains).toList(), g.origins()))
				.filter(g -> !g.instances().isEmpty()).toList();
	}

	List<VirtualAddress> addresses() {
		return addresses;
	}

	List<Route> routes() {
		return routes;
	}

	List<RoutingRule> rules() {
		return rules;
	}
}

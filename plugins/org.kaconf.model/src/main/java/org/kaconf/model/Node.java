package org.kaconf.model;

import java.util.List;
import java.util.Optional;

/**
 * One machine of a cluster with its whole configuration. Its name is keepalived's config id.
 *
 * @param addresses its own, from its node block
 * @param staticAddresses addresses that it has whatever the instances do; so the routes and rules
 * @param trackGroups which instances suffer when one of those vanishes
 * @param interfaces of which anything is said
 * @param unread settings of the text that mean nothing to this model, each as kind of block and keyword, {@code global_defs enable_snmp_vrrp}
 */
public record Node(String name, List<NodeAddress> addresses, Globals globals, List<Script> scripts, List<TrackProcess> processes,
		List<TrackFile> files, List<BfdSession> bfdSessions, List<Instance> instances, List<SyncGroup> syncGroups,
		List<VirtualAddress> staticAddresses, List<Route> staticRoutes, List<RoutingRule> staticRules, List<TrackGroup> trackGroups,
		List<InterfaceSettings> interfaces, List<String> unread, Origins origins) {
	public Node {
		origins = Origins.orNone(origins);
		addresses = List.copyOf(addresses);
		scripts = List.copyOf(scripts);
		processes = List.copyOf(processes);
		files = List.copyOf(files);
		bfdSessions = List.copyOf(bfdSessions);
		instances = List.copyOf(instances);
		syncGroups = List.copyOf(syncGroups);
		staticAddresses = List.copyOf(staticAddresses);
		staticRoutes = List.copyOf(staticRoutes);
		staticRules = List.copyOf(staticRules);
		trackGroups = List.copyOf(trackGroups);
		interfaces = List.copyOf(interfaces);
		unread = List.copyOf(unread);
	}

	/** A node with virtual routers and scripts, and nothing else. */
	public Node(String name, List<NodeAddress> addresses, Globals globals, List<Script> scripts, List<Instance> instances,
			List<SyncGroup> syncGroups, Origins origins) {
		this(name, addresses, globals, scripts, List.of(), List.of(), List.of(), instances, syncGroups, List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), origins);
	}

	public Optional<Script> script(String scriptName) {
		return scripts.stream().filter(s -> s.name().equals(scriptName)).findFirst();
	}

	public Optional<TrackProcess> process(String processName) {
		return processes.stream().filter(p -> p.name().equals(processName)).findFirst();
	}

	public Optional<TrackFile> file(String fileName) {
		return files.stream().filter(f -> f.name().equals(fileName)).findFirst();
	}

	public Optional<BfdSession> bfdSession(String sessionName) {
		return bfdSessions.stream().filter(b -> b.name().equals(sessionName)).findFirst();
	}

	public Optional<Instance> instance(String instanceName) {
		return instances.stream().filter(i -> i.name().equals(instanceName)).findFirst();
	}

	public Node withScripts(List<Script> newScripts) {
		return new Node(name, addresses, globals, newScripts, processes, files, bfdSessions, instances, syncGroups, staticAddresses, staticRoutes,
				staticRules, trackGroups, interfaces, unread, origins);
	}
}

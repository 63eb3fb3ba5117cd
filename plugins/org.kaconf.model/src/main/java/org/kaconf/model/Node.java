package org.kaconf.model;

import java.util.List;
import java.util.Optional;

/** One machine of a cluster with its whole configuration. Its name is keepalived's config id. */
public record Node(String name, List<NodeAddress> addresses, Globals globals, List<Script> scripts, List<Instance> instances,
		List<SyncGroup> syncGroups, Origins origins) {
	public Node {
		origins = Origins.orNone(origins);
		addresses = List.copyOf(addresses);
		scripts = List.copyOf(scripts);
		instances = List.copyOf(instances);
		syncGroups = List.copyOf(syncGroups);
	}

	public Optional<Script> script(String scriptName) {
		return scripts.stream().filter(s -> s.name().equals(scriptName)).findFirst();
	}

	public Optional<Instance> instance(String instanceName) {
		return instances.stream().filter(i -> i.name().equals(instanceName)).findFirst();
	}

	public Node withScripts(List<Script> newScripts) {
		return new Node(name, addresses, globals, newScripts, instances, syncGroups, origins);
	}
}

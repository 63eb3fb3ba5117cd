package org.kaconf.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.kaconf.model.Authentication;
import org.kaconf.model.Cluster;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;

/** Clusters for tests, built without any text. */
final class Clusters {
	static final Origin WEIGHT_LINE = new Origin("web.kaconf", 17, 5, 17, 14);
	static final Origin PASSWORD_LINE = new Origin("web.kaconf", 33, 9, 33, 23);
	static final Origin NOPREEMPT_LINE = new Origin("web.kaconf", 41, 5, 41, 14);

	private Clusters() {
	}

	/** A script with interval and timeout of two seconds that falls after three failures and rises after two successes. */
	static Script script(int weight) {
		return new Script("chk_nginx", (Command) null, null, Duration.ofSeconds(2), Duration.ofSeconds(2), 2, 3, weight, false, false,
				Origins.at(Origin.NONE).add("weight", WEIGHT_LINE).build());
	}

	/** The acceptance scenario: two nodes with priorities 101 and 100, adverts every two seconds, a script of this weight. */
	static Cluster scenario(int weight) {
		return scenario(weight, (place, instance) -> {
		});
	}

	/** @param change what to change on the instance of the node at a place */
	static Cluster scenario(int weight, BiConsumer<Integer, InstanceBuilder> change) {
		return cluster(script(weight), List.of(101, 100), change);
	}

	/** Nodes nginx01, nginx02, ... with these priorities; the script may be missing. */
	static Cluster cluster(Script script, List<Integer> priorities, BiConsumer<Integer, InstanceBuilder> change) {
		List<Node> nodes = new ArrayList<>();
		for (int i = 0; i < priorities.size(); i++) {
			InstanceBuilder instance = Instance.builder("VI_1").initialState(i == 0 ? InitialState.MASTER : InitialState.BACKUP).interfaceName("eth0")
					.virtualRouterId(51).priority(priorities.get(i)).advertInterval(Duration.ofSeconds(2))
					.authentication(new Authentication(Authentication.Type.PASS, "1111")).sourceAddress(IpAddress.of("172.29.88." + (224 + i)))
					.virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24")))
					.origins(Origins.at(Origin.NONE).add("auth_pass", PASSWORD_LINE).add("nopreempt", NOPREEMPT_LINE).build());
			if (script != null) {
				instance.trackedScripts(List.of(new TrackedScript(script.name(), script.weight(), false, Origins.NONE)));
			}
			change.accept(i, instance);
			nodes.add(node("nginx0" + (i + 1), script == null ? List.of() : List.of(script), List.of(instance.build())));
		}
		return cluster(nodes);
	}

	static Node node(String name, List<Script> scripts, List<Instance> instances) {
		return new Node(name, List.of(), Globals.DEFAULT, scripts, instances, syncGroups(instances), Origins.NONE);
	}

	private static List<SyncGroup> syncGroups(List<Instance> instances) {
		Map<String, List<String>> members = instances.stream().filter(i -> i.syncGroup() != null)
				.collect(Collectors.groupingBy(Instance::syncGroup, Collectors.mapping(Instance::name, Collectors.toList())));
		return members.entrySet().stream().map(group -> new SyncGroup(group.getKey(), group.getValue(), Notify.NONE, Origins.NONE)).toList();
	}

	static Cluster cluster(List<Node> nodes) {
		return new Cluster("web", KeepalivedVersion.DEFAULT, nodes, List.of(), Cluster.DEFAULT_SCRIPT_DIRECTORY, Origins.NONE);
	}
}

package org.kaconf.generator.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kaconf.generator.SourceNames;
import org.kaconf.model.Cluster;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.simulation.FailoverReport;

/** The report of a cluster: what it consists of, and what was proved about its failover. */
public final class Report {
	private Report() {
	}

	/** The whole text, in Markdown. */
	public static String render(Cluster cluster, FailoverReport failover, SourceNames names) {
		return new ReportTemplate(cluster, failover, names).render();
	}

	/** Instances of one name on all nodes that have it, in the order of the cluster. */
	record Router(String name, Map<String, Instance> byNode) {
		List<Instance> all() {
			return List.copyOf(byNode.values());
		}

		String role(Node node) {
			return Optional.ofNullable(byNode.get(node.name())).map(Words::role).orElse("-");
		}
	}

	static List<Router> routers(Cluster cluster) {
		Map<String, Map<String, Instance>> byName = new LinkedHashMap<>();
		for (Node node : cluster.nodes()) {
			for (Instance instance : node.instances()) {
				byName.computeIfAbsent(instance.name(), name -> new LinkedHashMap<>()).putIfAbsent(node.name(), instance);
			}
		}
		return byName.entrySet().stream().map(entry -> new Router(entry.getKey(), entry.getValue())).toList();
	}

	/** A script as it is on some of the nodes. */
	record ScriptRow(Script script, List<String> nodes) {
	}

	/** Scripts that are equal on several nodes are one row. */
	static List<ScriptRow> scripts(Cluster cluster) {
		Map<Script, List<String>> rows = new LinkedHashMap<>();
		for (Node node : cluster.nodes()) {
			for (Script script : node.scripts()) {
				rows.computeIfAbsent(script, s -> new ArrayList<>()).add(node.name());
			}
		}
		return rows.entrySet().stream().map(row -> new ScriptRow(row.getKey(), row.getValue())).toList();
	}

	/** Checks that keepalived kills before they can give their verdict. */
	static List<Script> tooSlow(Cluster cluster) {
		return scripts(cluster).stream().map(ScriptRow::script)
				.filter(script -> script.check() != null && script.check().longestRun().compareTo(script.timeout()) >= 0)
				.toList();
	}
}

package org.kaconf.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kaconf.lint.rule.Finding;
import org.kaconf.model.Cluster;
import org.kaconf.model.Origin;

/** Makes one diagnostic of what several nodes have in common. */
final class NodeMerge {
	/** What is the same for the reader. */
	private record Key(Origin origin, String rule, String message) {
	}

	private NodeMerge() {
	}

	static List<Diagnostic> merge(List<Finding> findings, Cluster cluster) {
		Map<Key, List<Finding>> same = new LinkedHashMap<>();
		for (Finding finding : findings) {
			same.computeIfAbsent(new Key(finding.origin(), finding.rule().id(), finding.message()), key -> new ArrayList<>()).add(finding);
		}
		return same.values().stream().map(equal -> merge(equal, cluster.nodes().size())).toList();
	}

	private static Diagnostic merge(List<Finding> equal, int allNodes) {
		Finding first = equal.getFirst();
		Set<String> nodes = new LinkedHashSet<>();
		Set<Related> related = new LinkedHashSet<>();
		Set<Fix> fixes = new LinkedHashSet<>();
		Severity worst = first.severity();
		for (Finding finding : equal) {
			nodes.addAll(finding.nodes());
			related.addAll(finding.related());
			fixes.addAll(finding.fixes());
			worst = finding.severity().compareTo(worst) < 0 ? finding.severity() : worst;
		}
		String message = first.message();
		boolean onSome = !nodes.isEmpty() && nodes.size() < allNodes;
		if (onSome && nodes.stream().noneMatch(message::contains)) {
			message += " (on " + String.join(", ", nodes) + ")";
		}
		return new Diagnostic(first.origin(), worst, first.rule().id(), first.rule().name(), message, List.copyOf(related), List.copyOf(fixes));
	}
}

package org.kaconf.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.kaconf.lint.rule.Finding;
import org.kaconf.model.Origin;

/** Makes one diagnostic of what several nodes have in common. */
final class NodeMerge {
	/** What is the same for the reader. */
	private record Key(Origin origin, String rule, String message) {
	}

	private NodeMerge() {
	}

	/** @param nodes how many nodes read the same text; what only some of them have is said of these */
	static List<Diagnostic> merge(List<Finding> findings, int nodes) {
		Map<Key, List<Finding>> same = new LinkedHashMap<>();
		for (Finding finding : findings) {
			same.computeIfAbsent(new Key(finding.origin(), finding.rule().id(), finding.message()), key -> new ArrayList<>()).add(finding);
		}
		return same.values().stream().map(equal -> one(equal, nodes)).toList();
	}

	private static Diagnostic one(List<Finding> equal, int allNodes) {
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
		String text = message;
		if (onSome && nodes.stream().noneMatch(node -> names(text, node))) {
			message += " (on " + String.join(", ", nodes) + ")";
		}
		return new Diagnostic(first.origin(), worst, first.rule().id(), first.rule().name(), message, List.copyOf(related), List.copyOf(fixes));
	}

	private static boolean names(String message, String node) {
		return Pattern.compile("(?<![\\w.-])" + Pattern.quote(node) + "(?![\\w-])").matcher(message).find();
	}
}

package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.kaconf.model.Origin;

/** Collects what the rules find, in the order in which they run. */
public final class Findings {
	private final List<Finding> all = new ArrayList<>();
	private RuleInfo current;
	private Set<String> instances = Set.of();

	/** From now on this rule reports. */
	public void begin(RuleInfo rule) {
		current = rule;
		instances = Set.of();
	}

	/** From now on the reports are about instances of these names. */
	public void about(Set<String> instanceNames) {
		instances = Set.copyOf(instanceNames);
	}

	/** Reports at a place; the finding returned can be added to. */
	public Finding report(Origin origin, String message) {
		Finding finding = new Finding(current, instances, origin, message);
		all.add(finding);
		return finding;
	}

	/** What was found so far, by earlier rules too. */
	public List<Finding> all() {
		return List.copyOf(all);
	}
}

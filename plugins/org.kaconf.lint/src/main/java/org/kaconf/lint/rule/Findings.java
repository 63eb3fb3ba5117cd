package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.model.Origin;

/** Collects what the rules find, in the order in which they run. */
public final class Findings {
	private final List<Finding> all = new ArrayList<>();
	private RuleInfo current;

	/** From now on this rule reports. */
	public void begin(RuleInfo rule) {
		current = rule;
	}

	/** Reports at a place; the finding returned can be added to. */
	public Finding report(Origin origin, String message) {
		Finding finding = new Finding(current, origin, message);
		all.add(finding);
		return finding;
	}

	/** What was found so far, by earlier rules too. */
	public List<Finding> all() {
		return List.copyOf(all);
	}
}

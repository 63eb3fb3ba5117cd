package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.kaconf.lint.Edit;
import org.kaconf.lint.Fix;
import org.kaconf.lint.Related;
import org.kaconf.lint.Severity;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;

/** A diagnostic in the making: what a rule found, to which it may add. */
public final class Finding {
	private final RuleInfo rule;
	private final Set<String> instances;
	private final Origin origin;
	private final String message;
	private final Set<String> nodes = new LinkedHashSet<>();
	private final List<Related> related = new ArrayList<>();
	private final List<Fix> fixes = new ArrayList<>();
	private Severity severity;

	Finding(RuleInfo rule, Set<String> instances, Origin origin, String message) {
		this.rule = rule;
		this.instances = instances;
		this.origin = origin;
		this.message = message;
		this.severity = rule.severity();
	}

	/** Says that it holds on this node; findings that are the same on several nodes become one. */
	public Finding on(Node node) {
		return on(node.name());
	}

	public Finding on(String node) {
		nodes.add(node);
		return this;
	}

	/** A severity that differs from the rule's default, as the case is milder or worse than usual. */
	public Finding as(Severity differing) {
		severity = differing;
		return this;
	}

	/** Another place to look at; one that was written nowhere, or that is the place itself, is left out. */
	public Finding related(Origin place, String text) {
		if (place.isKnown() && !place.equals(origin)) {
			related.add(new Related(place, text));
		}
		return this;
	}

	/** Offers to replace the text of a range. Nothing is offered for text that was written nowhere. */
	public Finding fix(String title, Origin range, String newText) {
		if (range.isKnown()) {
			boolean safe = rule.fixSafety() == FixSafety.SAFE;
			fixes.add(new Fix(title, List.of(new Edit(range, newText)), safe));
		}
		return this;
	}

	/** Whether it is about an instance of that name. */
	public boolean isAbout(String instance) {
		return instances.contains(instance);
	}

	public RuleInfo rule() {
		return rule;
	}

	public Origin origin() {
		return origin;
	}

	public String message() {
		return message;
	}

	public Severity severity() {
		return severity;
	}

	public Set<String> nodes() {
		return nodes;
	}

	public List<Related> related() {
		return related;
	}

	public List<Fix> fixes() {
		return fixes;
	}
}

package org.kaconf.lint.rule;

import org.kaconf.model.Node;

/** A rule about each node for itself. */
public abstract class NodeRule extends Rule {
	protected NodeRule(RuleInfo info) {
		super(info);
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		subject.cluster().nodes().forEach(node -> check(node, subject, findings));
	}

	protected abstract void check(Node node, Subject subject, Findings findings);
}

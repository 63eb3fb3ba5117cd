package org.kaconf.lint.rule;

import java.util.Set;

import org.kaconf.model.Instance;
import org.kaconf.model.Node;

/** A rule about each instance of each node for itself. */
public abstract class InstanceRule extends Rule {
	protected InstanceRule(RuleInfo info) {
		super(info);
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		for (Node node : subject.cluster().nodes()) {
			for (Instance instance : node.instances()) {
				findings.about(Set.of(instance.name()));
				check(new Member(node, instance), subject, findings);
			}
		}
	}

	protected abstract void check(Member member, Subject subject, Findings findings);
}

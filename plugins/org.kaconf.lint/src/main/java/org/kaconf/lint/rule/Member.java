package org.kaconf.lint.rule;

import java.util.Set;

import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;

/** An instance together with the node it runs on. */
public record Member(Node node, Instance instance) {
	/** What decides {@link #healthyPriority()}, apart from the tracked scripts themselves. */
	public static final Set<String> PRIORITY_KEYWORDS = Set.of("priority", "track_script", "track_interface");
	/** Highest priority keepalived computes from weights; only an address owner has more. */
	private static final int HIGHEST = 254;

	/** Where the first of these keywords that is written was written, else the head of the instance. */
	public Origin origin(String... keywords) {
		for (String keyword : keywords) {
			if (instance.origins().isWritten(keyword)) {
				return instance.origins().of(keyword);
			}
		}
		return instance.origins().element();
	}

	public boolean isOwner() {
		return instance.priority() == Instance.OWNER;
	}

	/** The priority while everything tracked is well: positive weights count, an address owner has none. */
	public int healthyPriority() {
		if (isOwner()) {
			return Instance.OWNER;
		}
		int sum = instance.priority() + instance.trackedScripts().stream().mapToInt(tracked -> Math.max(0, tracked.weight())).sum()
				+ instance.trackedInterfaces().stream().mapToInt(tracked -> Math.max(0, tracked.weight())).sum();
		return Math.clamp(sum, 1, HIGHEST);
	}

	/** The priority when one tracked thing of this weight has failed. */
	public int priorityWithout(int weight) {
		return Math.clamp(healthyPriority() - Math.abs(weight), 1, HIGHEST);
	}

	/** {@code nginx01/VI_1}. */
	@Override
	public String toString() {
		return node.name() + "/" + instance.name();
	}
}

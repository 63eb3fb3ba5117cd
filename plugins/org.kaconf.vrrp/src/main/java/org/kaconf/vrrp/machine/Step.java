package org.kaconf.vrrp.machine;

import java.util.List;

/** A state and what is to be done on the way to it. */
public record Step(VirtualRouter state, List<Effect> effects) {
	public Step {
		effects = List.copyOf(effects);
	}
}

package org.kaconf.runtime.daemon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.SyncGroup;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Notifier;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.RouterGroup;
import org.kaconf.vrrp.machine.RouterGroup.GroupStep;
import org.kaconf.vrrp.machine.RouterGroup.MemberEffect;
import org.kaconf.vrrp.machine.State;

/** The virtual routers of a sync group, which change state together. Belongs to the loop's thread. */
final class Group {
	/** What keepalived hands to the notify scripts of a group. */
	private static final int NO_PRIORITY = 0;
	private final SyncGroup configuration;
	private final Map<String, Router> routers = new LinkedHashMap<>();
	private final Notifier notifier;
	private final Log log;
	private RouterGroup state;

	Group(SyncGroup configuration, List<Router> members, Notifier notifier, Log log) {
		this.configuration = configuration;
		this.notifier = notifier;
		this.log = log;
		members.forEach(member -> routers.put(member.instance().name(), member));
		members.forEach(member -> member.join(this));
		state = RouterGroup.of(configuration.name(), members.stream().map(Router::state).toList());
	}

	/** Whether it is this very group. */
	boolean is(SyncGroup other, List<Router> members) {
		return configuration.equals(other) && members.equals(List.copyOf(routers.values()));
	}

	/** Moves members along that stand apart, after a group of running routers was put together. */
	void settle(long now) {
		take(state.settle(now));
	}

	void handle(Router router, Event event, long now) {
		take(state.step(router.instance().name(), event, now));
	}

	private void take(GroupStep step) {
		State before = state.state();
		state = step.group();
		state.members().forEach((name, member) -> routers.get(name).setState(member));
		for (MemberEffect effect : step.effects()) {
			if (effect.instance() != null) {
				routers.get(effect.instance()).take(effect.effect());
			} else if (effect.effect() instanceof Effect.Log line) {
				log.info(line.text());
			}
		}
		if (state.state() != before) {
			notifier.changed(configuration.notifyScripts(), "GROUP", configuration.name(), state.state(), NO_PRIORITY);
		}
	}
}

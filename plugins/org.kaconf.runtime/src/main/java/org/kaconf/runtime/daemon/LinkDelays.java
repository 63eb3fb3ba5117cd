package org.kaconf.runtime.daemon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.vrrp.machine.Timing;

/**
 * {@code interface_up_down_delays}: a link that goes up or down counts once it has stayed so for a while. What is undone before counts as if it had never been.
 * Belongs to the loop's thread.
 */
final class LinkDelays {
	private record Pending(boolean up, long due) {
	}

	/** Told of a link that has changed, and stayed so. */
	interface Listener {
		void upOrDown(String interfaceName, boolean up);
	}

	private final Listener listener;
	private Map<String, InterfaceSettings> settings = Map.of();
	private final Map<String, Pending> pending = new HashMap<>();

	LinkDelays(Listener listener) {
		this.listener = listener;
	}

	void configure(List<InterfaceSettings> interfaces) {
		Map<String, InterfaceSettings> changed = new HashMap<>();
		interfaces.forEach(one -> changed.put(one.name(), one));
		settings = changed;
	}

	/** A link went up or down. */
	void changed(String interfaceName, boolean up, long now) {
		if (pending.remove(interfaceName) != null) {
			return;
		}
		InterfaceSettings known = settings.get(interfaceName);
		Duration delay = known == null ? Duration.ZERO : up ? known.upDelay() : known.downDelay();
		if (delay.isZero()) {
			listener.upOrDown(interfaceName, up);
		} else {
			pending.put(interfaceName, new Pending(up, now + delay.toNanos()));
		}
	}

	/** An interface is not there any more: that counts at once. */
	void removed(String interfaceName) {
		pending.remove(interfaceName);
		listener.upOrDown(interfaceName, false);
	}

	/** When the next change counts; {@link Timing#NEVER} for none. */
	long next() {
		long next = Timing.NEVER;
		for (Pending one : pending.values()) {
			next = Math.min(next, one.due);
		}
		return next;
	}

	/** Tells of what counts now. */
	void due(long now) {
		if (next() > now) {
			return;
		}
		List<String> ripe = new ArrayList<>();
		pending.forEach((name, one) -> {
			if (one.due <= now) {
				ripe.add(name);
			}
		});
		ripe.forEach(name -> listener.upOrDown(name, pending.remove(name).up));
	}
}

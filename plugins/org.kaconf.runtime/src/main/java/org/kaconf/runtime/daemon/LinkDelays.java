package org.kaconf.runtime.daemon;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.Instance;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.vrrp.machine.DebouncedLink;
import org.kaconf.vrrp.machine.Timing;

/** {@code interface_up_down_delays}: tells of links once a change counts, see {@link DebouncedLink}. Belongs to the loop's thread. */
final class LinkDelays {
	/** Told of a link that has changed, and stayed so. */
	interface Listener {
		void upOrDown(String interfaceName, boolean up);
	}

	private final Listener listener;
	private final Map<String, InterfaceSettings> settings = new HashMap<>();
	private final Map<String, DebouncedLink> links = new HashMap<>();
	private List<Instance> instances = List.of();
	private long next = Timing.NEVER;

	LinkDelays(Listener listener) {
		this.listener = listener;
	}

	/** @param newInstances none of them may sleep through the silence of its master */
	void configure(List<InterfaceSettings> interfaces, List<Instance> newInstances) {
		settings.clear();
		interfaces.forEach(one -> settings.put(one.name(), one));
		instances = List.copyOf(newInstances);
	}

	/** A link went up or down. */
	void changed(String interfaceName, boolean up, long now) {
		put(interfaceName, known(interfaceName, !up).heard(up, delay(interfaceName, up), now));
	}

	/** An interface is not there any more: that counts at once. */
	void removed(String interfaceName) {
		put(interfaceName, known(interfaceName, true).heard(false, 0, 0));
	}

	/** When the next change counts; {@link Timing#NEVER} for none. */
	long next() {
		return next;
	}

	/** Tells of what counts now. */
	void due(long now) {
		if (next <= now) {
			List.copyOf(links.keySet()).forEach(name -> put(name, links.get(name).due(now)));
		}
	}

	/** What is heard of for the first time was the other way round before. */
	private DebouncedLink known(String interfaceName, boolean before) {
		return links.computeIfAbsent(interfaceName, unknown -> DebouncedLink.of(before));
	}

	private void put(String interfaceName, DebouncedLink after) {
		DebouncedLink before = links.put(interfaceName, after);
		next = links.values().stream().mapToLong(DebouncedLink::deadline).min().orElse(Timing.NEVER);
		if (before.up() != after.up()) {
			listener.upOrDown(interfaceName, after.up());
		}
	}

	private long delay(String interfaceName, boolean up) {
		InterfaceSettings known = settings.get(interfaceName);
		if (known == null) {
			return 0;
		}
		Duration configured = up ? known.upDelay() : known.downDelay();
		return instances.stream().filter(instance -> interfaceName.equals(instance.interfaceName()))
				.mapToLong(instance -> DebouncedLink.delay(configured, instance)).min().orElse(configured.toNanos());
	}
}

package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kaconf.model.Instance;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Timing;

/**
 * {@code garp_extra_if}: while an instance is master, one address of each interface that its adverts do not leave through is announced again and again, so that
 * switches do not forget where the interface is. Belongs to the loop's thread.
 */
final class ExtraAnnouncements {
	private record Running(Instance instance, List<VirtualAddress> addresses, long due) {
	}

	/** Sends one frame for each address. */
	interface Sender {
		void announce(Instance instance, List<VirtualAddress> addresses);
	}

	private final OwnAddresses ownAddresses;
	private final Sender sender;
	private final Map<String, Running> running = new LinkedHashMap<>();

	ExtraAnnouncements(OwnAddresses ownAddresses, Sender sender) {
		this.ownAddresses = ownAddresses;
		this.sender = sender;
	}

	/** An instance has set its addresses. */
	void begin(Instance instance, long now) {
		long interval = instance.garp().extraInterval().toNanos();
		if (interval == 0 || running.containsKey(instance.name()) && running.get(instance.name()).instance == instance) {
			return;
		}
		List<VirtualAddress> addresses = extra(instance);
		if (!addresses.isEmpty()) {
			running.put(instance.name(), new Running(instance, addresses, now + interval));
		}
	}

	/** An instance has removed them. */
	void end(Instance instance) {
		running.remove(instance.name());
	}

	/** When something is due; {@link Timing#NEVER} for nothing. */
	long next() {
		long next = Timing.NEVER;
		for (Running one : running.values()) {
			next = Math.min(next, one.due);
		}
		return next;
	}

	/** Announces what is due. */
	void due(long now) {
		if (next() > now) {
			return;
		}
		running.replaceAll((name, one) -> {
			if (one.due > now) {
				return one;
			}
			sender.announce(one.instance, one.addresses);
			return new Running(one.instance, one.addresses, now + one.instance.garp().extraInterval().toNanos());
		});
	}

	/** The first address of each such interface: VMACs, or all of them. */
	private List<VirtualAddress> extra(Instance instance) {
		Map<String, VirtualAddress> first = new LinkedHashMap<>();
		Stream.concat(instance.virtualAddresses().stream(), instance.excludedAddresses().stream()).filter(address -> !address.device().equals(instance.interfaceName()))
				.filter(address -> instance.garp().extraOnAll() || !ownAddresses.base(address.device()).equals(address.device()))
				.forEach(address -> first.putIfAbsent(address.device(), address));
		return new ArrayList<>(first.values());
	}
}

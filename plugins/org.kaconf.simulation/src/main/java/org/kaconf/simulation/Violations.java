package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kaconf.model.Instance;
import org.kaconf.model.Origin;
import org.kaconf.simulation.Violation.Kind;
import org.kaconf.vrrp.machine.VirtualRouter;

/** Holds what a virtual router does against what it should do, and finds the value that is to blame. */
final class Violations {
	/** One violation of a kind is enough for a node, but each thing it tracks has a weight of its own. */
	private record Key(Kind kind, String node, String subject) {
		static Key of(Kind kind, Fault fault) {
			return fault == null ? new Key(kind, null, null) : new Key(kind, fault.node(), kind == Kind.NO_HANDOVER ? fault.subject() : null);
		}
	}

	private final Component component;
	private final int router;
	private final Map<Key, Violation> found = new LinkedHashMap<>();

	Violations(Component component, int router) {
		this.component = component;
		this.router = router;
	}

	List<Violation> found() {
		return List.copyOf(found.values());
	}

	private void add(Kind kind, Fault fault, String message, Origin origin, Simulation simulation) {
		found.putIfAbsent(Key.of(kind, fault), new Violation(kind, message, origin, simulation.recorder().timeline(router)));
	}

	// All nodes are well

	void checkSettled(Simulation simulation) {
		List<Participant> masters = masters(simulation);
		if (masters.size() > 1) {
			Blame blame = Blame.forTwoMasters(component, router, simulation.masters(router), simulation.rejections());
			add(Kind.TWO_MASTERS, null, allMasters(masters) + blame.reason(), blame.origin(), simulation);
		} else if (masters.isEmpty()) {
			add(Kind.NO_MASTER, null, "no node becomes master of " + name() + ", although nothing has failed", first().instance().origins().element(),
					simulation);
		}
	}

	// One fault

	void checkFault(Simulation simulation, Fault fault, Participant before) {
		List<Participant> masters = masters(simulation);
		checkNumber(simulation, fault, masters, fault.describe());
		checkFlapping(simulation, fault, fault.describe());
		boolean stays = masters.size() == 1 && masters.getFirst() == before;
		if (stays && fault.isOfTracker() && before.node().name().equals(fault.node())) {
			strongestOther(simulation, before).ifPresent(other -> addNoHandover(simulation, fault, before, other));
		}
	}

	private void checkNumber(Simulation simulation, Fault fault, List<Participant> masters, String event) {
		if (masters.size() > 1) {
			Blame blame = Blame.forTwoMasters(component, router, simulation.masters(router), simulation.rejections());
			add(Kind.TWO_MASTERS, fault, "after " + event + ", " + allMasters(masters) + blame.reason(), blame.origin(), simulation);
		} else if (masters.isEmpty() && anyCouldBeMaster(simulation, fault)) {
			add(Kind.NO_MASTER, fault, "after " + event + ", no node is master of " + name(), first().instance().origins().element(), simulation);
		}
	}

	private boolean anyCouldBeMaster(Simulation simulation, Fault fault) {
		return component.participantsOf(router).stream()
				.anyMatch(p -> !p.node().name().equals(fault.node()) && simulation.isRunning(p.node()));
	}

	private void checkFlapping(Simulation simulation, Fault fault, String event) {
		int allowed = 2 * component.participantsOf(router).size();
		int changes = simulation.recorder().newMasters(router);
		if (changes > allowed) {
			add(Kind.FLAPPING, fault, "after " + event + ", the addresses of " + name() + " move " + changes + " times", first().instance().origins().element(),
					simulation);
		}
	}

	private Optional<Participant> strongestOther(Simulation simulation, Participant master) {
		return component.participantsOf(router).stream().filter(p -> p != master).max(Comparator.comparingInt(p -> state(simulation, p).effectivePriority()));
	}

	private void addNoHandover(Simulation simulation, Fault fault, Participant master, Participant other) {
		TrackedThing tracked = TrackedThing.of(master, fault.tracker()).orElse(null);
		if (tracked == null) {
			return;
		}
		String fails = fault.wordsWithNode();
		String weight = "weight " + tracked.weight();
		int left = state(simulation, master).effectivePriority();
		int others = state(simulation, other).effectivePriority();
		String otherName = other.node().name();
		Origin weightOrigin = tracked.weightOrigin();
		if (master.instance().priority() == Instance.OWNER) {
			add(Kind.NO_HANDOVER, fault, fault.node() + " stays master when " + fails + ": with priority 255 weights do not count",
					master.instance().origins().of("priority"), simulation);
		} else if (left >= others) {
			String comparison = left > others ? "still above the " + others + " of " + otherName
					: "no less than the " + others + " of " + otherName + ", and of equals the master stays";
			add(Kind.NO_HANDOVER, fault, fault.node() + " stays master when " + fails + ": " + weight + " leaves it priority " + left + ", " + comparison
					+ remedy(tracked, other, left - others + 1), weightOrigin, simulation);
		} else {
			add(Kind.NO_HANDOVER, fault, fault.node() + " stays master when " + fails + ": its priority " + left + " is below the " + others + " of "
					+ otherName + ", but " + otherName + " has nopreempt and accepts every master that still sends adverts", other.instance().origins().of("nopreempt"),
					simulation);
		}
	}

	/** With nopreempt no weight is enough. */
	private static String remedy(TrackedThing tracked, Participant other, int missing) {
		int enough = Math.abs(tracked.weight()) + missing;
		return enough > 253 || !other.instance().preempt() ? "; use weight 0" : "; it takes weight " + (tracked.weight() < 0 ? -enough + " or lower" : enough + " or more");
	}

	// The fault is over

	/** @param failed how things stood during the fault */
	void checkRecovery(Simulation failed, Simulation simulation, Fault fault, Participant before) {
		List<Participant> masters = masters(simulation);
		checkNumber(simulation, fault, masters, fault.describeRecovery());
		checkFlapping(simulation, fault, fault.describeRecovery());
		List<Participant> mastersDuringFault = masters(failed);
		if (masters.size() != 1 || mastersDuringFault.size() != 1 || mastersDuringFault.getFirst() == before) {
			return;
		}
		Participant standIn = mastersDuringFault.getFirst();
		boolean returned = masters.getFirst() == before;
		if (before.instance().preempt() && !returned && state(simulation, before).effectivePriority() > state(simulation, standIn).effectivePriority()) {
			add(Kind.NO_RETURN, fault, "after " + fault.describeRecovery() + ", " + standIn.node().name() + " stays master of " + name()
					+ " although " + before.node().name() + " has the higher priority and preempts"
					+ (before.instance().syncGroup() == null ? "" : "; a sync group moves only when all its members can"), before.instance().origins().of("priority"), simulation);
		} else if (!before.instance().preempt() && returned) {
			add(Kind.UNWANTED_RETURN, fault, "after " + fault.describeRecovery() + ", " + before.node().name() + " takes " + name()
					+ " back in spite of nopreempt", before.instance().origins().of("nopreempt"), simulation);
		}
	}

	// Words

	private List<Participant> masters(Simulation simulation) {
		return simulation.masters(router).stream().map(p -> component.participants().get(p)).toList();
	}

	private VirtualRouter state(Simulation simulation, Participant participant) {
		return simulation.router(component.participants().indexOf(participant));
	}

	private Participant first() {
		return component.participantsOf(router).getFirst();
	}

	private String name() {
		return first().instance().name();
	}

	private String allMasters(List<Participant> masters) {
		return names(masters) + " are " + (masters.size() == 2 ? "both" : "all") + " master of " + name() + " at once: ";
	}

	private static String names(List<Participant> participants) {
		List<String> names = new ArrayList<>(participants.stream().map(p -> p.node().name()).filter(Objects::nonNull).toList());
		String last = names.removeLast();
		return names.isEmpty() ? last : names.stream().collect(Collectors.joining(", ")) + " and " + last;
	}
}

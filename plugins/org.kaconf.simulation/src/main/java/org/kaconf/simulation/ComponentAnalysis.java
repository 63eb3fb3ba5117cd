package org.kaconf.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedInterface;
import org.kaconf.vrrp.machine.Tracker;

/** Takes one component through every single fault and the recovery from it. */
final class ComponentAnalysis {
	/** Between an event and the fault that follows right after it. */
	private static final long MOMENT = 1_000;
	/** How many phases of the master's adverts are tried beside the worst one. */
	private static final int PHASES = 4;

	/** What goes wrong with things that neither run nor are links. */
	private static final Map<Tracker.Kind, Fault.Kind> KINDS = Map.of(Tracker.Kind.PROCESS, Fault.Kind.PROCESS_FAILURE, Tracker.Kind.FILE, Fault.Kind.FILE_CHANGE,
			Tracker.Kind.BFD, Fault.Kind.BFD_DOWN);

	private final Component component;
	private final Bounds bounds;
	private final Simulation settled;
	private final List<Duration> settleBounds = new ArrayList<>();
	private final Violations[] violations;
	private final List<Map<Fault, OutcomeBuilder>> outcomes = new ArrayList<>();
	private final Set<Fault> refutedFaults = new LinkedHashSet<>();
	private final List<VirtualRouterReport> reports = new ArrayList<>();

	private ComponentAnalysis(Component component) {
		this.component = component;
		bounds = new Bounds(component);
		settled = new Simulation(component, Network.Segment.PERFECT);
		violations = new Violations[component.routers().size()];
		for (int router = 0; router < violations.length; router++) {
			violations[router] = new Violations(component, router);
			outcomes.add(new LinkedHashMap<>());
		}
	}

	static ComponentAnalysis of(Component component) {
		return of(component, fault -> true);
	}

	/** @param tried which of the faults are tried out */
	static ComponentAnalysis of(Component component, Predicate<Fault> tried) {
		ComponentAnalysis analysis = new ComponentAnalysis(component);
		analysis.run(tried);
		return analysis;
	}

	private void run(Predicate<Fault> tried) {
		component.nodes().forEach(settled::start);
		settled.runUntil(bounds.window());
		for (int router = 0; router < violations.length; router++) {
			settleBounds.add(settled.recorder().lastChange(router));
			violations[router].checkSettled(settled);
		}
		if (!settledRouters().isEmpty()) {
			faults().stream().filter(tried).forEach(this::tryOutAndJudge);
		}
		for (int router = 0; router < violations.length; router++) {
			reports.add(report(router));
		}
	}

	/** What is found of each virtual router of the component. */
	List<VirtualRouterReport> reports() {
		return reports;
	}

	boolean hasTwoMasters() {
		return reports.stream().flatMap(report -> report.violations().stream()).anyMatch(violation -> violation.kind() == Violation.Kind.TWO_MASTERS);
	}

	/** The faults that led to a violation. */
	Set<Fault> refutedFaults() {
		return refutedFaults;
	}

	private int numberOfViolations() {
		return Arrays.stream(violations).mapToInt(v -> v.found().size()).sum();
	}

	private void tryOutAndJudge(Fault fault) {
		int before = numberOfViolations();
		tryOut(fault);
		if (numberOfViolations() > before) {
			refutedFaults.add(fault);
		}
	}

	private VirtualRouterReport report(int router) {
		Participant first = component.participantsOf(router).getFirst();
		List<FaultOutcome> built = outcomes.get(router).values().stream().map(OutcomeBuilder::build).toList();
		return new VirtualRouterReport(first.instance().name(), first.instance().virtualRouterId(),
				component.nodesOf(router).stream().map(Node::name).toList(), name(onlyMaster(settled, router)), settleBounds.get(router), built,
				violations[router].found());
	}

	/** The virtual routers that have exactly one master before any fault; of the others there is nothing to say on failover. */
	private List<Integer> settledRouters() {
		List<Integer> routers = new ArrayList<>();
		for (int router = 0; router < violations.length; router++) {
			if (onlyMaster(settled, router) != null) {
				routers.add(router);
			}
		}
		return routers;
	}

	private List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		for (Node node : component.nodes()) {
			faults.add(new Fault(Fault.Kind.CRASH, node.name(), null));
			faults.add(new Fault(Fault.Kind.STOP, node.name(), null));
			for (Script script : component.trackedScripts(node)) {
				faults.add(new Fault(Fault.Kind.SCRIPT_FAILURE, node.name(), script.name()));
				if (!component.isReversed(node, script)) {
					faults.add(new Fault(Fault.Kind.SCRIPT_HANG, node.name(), script.name()));
				}
			}
			component.trackers(node).forEach(tracker -> faults.add(new Fault(KINDS.get(tracker.kind()), node.name(), tracker.name())));
			interfaces(node).forEach(name -> faults.add(new Fault(Fault.Kind.LINK_DOWN, node.name(), name)));
		}
		return faults;
	}

	private Set<String> interfaces(Node node) {
		Set<String> names = new LinkedHashSet<>();
		for (Participant participant : component.participants()) {
			if (participant.node() == node) {
				names.add(participant.instance().interfaceName());
				participant.instance().trackedInterfaces().stream().map(TrackedInterface::name).forEach(names::add);
			}
		}
		names.removeIf(Objects::isNull);
		return names;
	}

	private void tryOut(Fault fault) {
		Node node = component.nodes().stream().filter(n -> n.name().equals(fault.node())).findFirst().orElseThrow();
		Simulation firstAfter = null;
		long delay = Notice.ofFault(fault, node);
		for (long phase : phases(settled, delay)) {
			Simulation simulation = settled.copy();
			simulation.runUntil(settled.now() + phase);
			happen(simulation, fault, node);
			simulation.runUntil(simulation.now() + delay + bounds.window());
			takeNoteOfFault(simulation, fault, node);
			firstAfter = firstAfter == null ? simulation : firstAfter;
		}
		tryOutRecovery(fault, node, firstAfter);
	}

	private void tryOutRecovery(Fault fault, Node node, Simulation after) {
		long delay = Notice.ofRecovery(fault, node);
		for (long phase : phases(after, delay)) {
			Simulation simulation = after.copy();
			simulation.runUntil(after.now() + phase);
			recover(simulation, fault, node);
			simulation.runUntil(simulation.now() + delay + bounds.window());
			takeNoteOfRecovery(after, simulation, fault, node);
		}
	}

	/**
	 * Moments for a fault, as times from now: spread over one interval of a master's adverts, and the worst ones of all, in which the routers hear of the
	 * fault right after an advert was sent, or right after it arrived, so that it still counts and the wait is longest.
	 */
	private List<Long> phases(Simulation simulation, long delay) {
		Set<Long> phases = new LinkedHashSet<>();
		for (int router = 0; router < violations.length; router++) {
			for (int master : simulation.masters(router)) {
				long interval = component.participants().get(master).advertInterval();
				long nextAdvert = simulation.router(master).deadline() - simulation.now();
				phases.add(Math.floorMod(nextAdvert + MOMENT - delay, interval));
				phases.add(Math.floorMod(nextAdvert + Network.LATENCY + MOMENT - delay, interval));
				for (int i = 0; i < PHASES; i++) {
					phases.add(interval * i / PHASES);
				}
			}
		}
		if (phases.isEmpty()) {
			phases.add(0L);
		}
		return List.copyOf(phases);
	}

	private void happen(Simulation simulation, Fault fault, Node node) {
		if (fault.isOfScript()) {
			// The worst moment: right after the begin of a run that still succeeds.
			simulation.runScriptNow(node, fault.script());
			simulation.runUntil(simulation.now() + MOMENT);
		}
		begin(simulation, fault.wordsOnNode(false), node);
		switch (fault.kind()) {
			case CRASH -> simulation.crash(node);
			case STOP -> simulation.stop(node);
			case SCRIPT_FAILURE -> simulation.setScript(node, fault.script(), false, false);
			case SCRIPT_HANG -> simulation.setScript(node, fault.script(), false, true);
			case PROCESS_FAILURE, FILE_CHANGE, BFD_DOWN -> notice(simulation, fault, node, Notice.ofFault(fault, node), false);
			case LINK_DOWN -> simulation.setInterface(node, fault.subject(), false);
		}
	}

	private void recover(Simulation simulation, Fault fault, Node node) {
		if (fault.isOfScript()) {
			// The worst moment: right after the begin of a run that still fails.
			simulation.runScriptNow(node, fault.script());
			simulation.runUntil(simulation.now() + MOMENT);
		}
		begin(simulation, fault.wordsOnNode(true), node);
		switch (fault.kind()) {
			case CRASH, STOP -> simulation.start(node);
			case SCRIPT_FAILURE, SCRIPT_HANG -> simulation.setScript(node, fault.script(), true, false);
			case PROCESS_FAILURE, FILE_CHANGE, BFD_DOWN -> notice(simulation, fault, node, Notice.ofRecovery(fault, node), true);
			case LINK_DOWN -> simulation.setInterface(node, fault.subject(), true);
		}
	}

	/** The node finds out as late as it can. */
	private static void notice(Simulation simulation, Fault fault, Node node, long delay, boolean well) {
		simulation.runUntil(simulation.now() + delay);
		simulation.setTracked(node, fault.tracker(), well);
	}

	private static void begin(Simulation simulation, String words, Node node) {
		simulation.recorder().reset(simulation.now());
		simulation.recorder().note(simulation.now(), node.name(), words);
	}

	private void takeNoteOfFault(Simulation simulation, Fault fault, Node node) {
		for (int router : settledRouters()) {
			if (!component.nodesOf(router).contains(node)) {
				continue;
			}
			Participant before = onlyMaster(settled, router);
			Participant after = onlyMaster(simulation, router);
			Duration bound = after == null ? Duration.ZERO : bounds.takeover(fault, before, after);
			outcomes.get(router).computeIfAbsent(fault, f -> new OutcomeBuilder(f, before.node().name()))
					.takeover(name(after), simulation.recorder().lastChange(router), bound, simulation.recorder().timeline(router));
			violations[router].checkFault(simulation, fault, before);
		}
	}

	private void takeNoteOfRecovery(Simulation failed, Simulation simulation, Fault fault, Node node) {
		for (int router : settledRouters()) {
			if (!component.nodesOf(router).contains(node)) {
				continue;
			}
			Participant before = onlyMaster(failed, router);
			Participant after = onlyMaster(simulation, router);
			Duration bound = after == null ? Duration.ZERO : bounds.recovery(fault, before, after);
			outcomes.get(router).get(fault).recovery(name(after), simulation.recorder().lastChange(router), bound,
					simulation.recorder().timeline(router));
			violations[router].checkRecovery(failed, simulation, fault, onlyMaster(settled, router));
		}
	}

	/** The participant that alone is master of a virtual router; {@code null} for none or several. */
	private Participant onlyMaster(Simulation simulation, int router) {
		List<Integer> masters = simulation.masters(router);
		return masters.size() == 1 ? component.participants().get(masters.getFirst()) : null;
	}

	private static String name(Participant participant) {
		return participant == null ? null : participant.node().name();
	}
}

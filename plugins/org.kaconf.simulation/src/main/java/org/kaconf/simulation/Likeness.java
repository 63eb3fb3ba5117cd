package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.Tracking;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Tracker;

/**
 * A component without what does not matter for failover: the names of instances, sync groups and interfaces, virtual router ids, passwords and addresses
 * are numbered in the order in which they appear, and what is only carried out is left out. Components that are built alike have equal likenesses, so one
 * analysis does for all of them; its words are then told with the names of each. Addresses that adverts come from keep their order, which decides
 * between equal priorities.
 */
final class Likeness {
	private static final Pattern PLACEHOLDER = Pattern.compile("\u0001[a-z]\\d+\u0002");
	private static final IpAddress VIRTUAL_IPV4 = IpAddress.of("10.0.0.0");
	private static final IpAddress VIRTUAL_IPV6 = IpAddress.of("fe80::");
	private static final IpAddress SENDER_IPV4 = IpAddress.of("172.16.0.0");
	private static final IpAddress SENDER_IPV6 = IpAddress.of("fe80::1:0:0:0");

	private static final String WEIGHT = "weight";
	/** Those whose lines violations point to, beside weights. */
	private static final List<String> KEYWORDS = List.of("priority", "nopreempt");

	/**
	 * Stands for a line of an instance until it is revealed.
	 *
	 * @param place of the participant
	 * @param what is written there: {@link #ELEMENT} for the head of the instance, then the keywords, then the weights of tracked things
	 */
	private record Line(int place, int what) {
		static final int ELEMENT = 0;
		static final int FIRST_WEIGHT = 1 + KEYWORDS.size();
		private static final String FILE = "\u0001";

		/** Origins of which each keyword has a line that follows this one. */
		Origins origins(List<String> keywords) {
			Origins.Builder origins = Origins.at(origin());
			for (String keyword : keywords) {
				origins.add(keyword, keyword.equals(WEIGHT) ? origin() : new Line(place, 1 + KEYWORDS.indexOf(keyword)).origin());
			}
			return origins.build();
		}

		private Origin origin() {
			return new Origin(FILE, 1 + place, 1 + what, 1 + place, 1 + what);
		}

		/** @return {@code null} for an origin that stands for nothing else */
		static Line of(Origin origin) {
			return FILE.equals(origin.file()) ? new Line(origin.line() - 1, origin.column() - 1) : null;
		}
	}

	private final Component real;
	private final Map<String, String> placeholders = new HashMap<>();
	private final Map<String, String> names = new HashMap<>();
	private final Map<Integer, Integer> routerIds = new HashMap<>();
	private final Map<String, String> passwords = new HashMap<>();
	private final Map<IpAddress, IpAddress> virtualAddresses = new HashMap<>();
	private final Map<IpAddress, IpAddress> senders = new HashMap<>();
	private final List<Tracker> weights = new ArrayList<>();
	private final Map<Node, Node> nodes = new IdentityHashMap<>();
	private final Component component;

	Likeness(Component real) {
		this.real = real;
		numberSenders();
		List<Participant> participants = new ArrayList<>();
		for (int i = 0; i < real.participants().size(); i++) {
			Participant p = real.participants().get(i);
			participants.add(new Participant(node(p.node()), instance(i, p.instance()), senders.get(p.address())));
		}
		component = new Component(participants, real.routers(), real.hearers(), real.dropsOtherAddresses());
	}

	Component component() {
		return component;
	}

	private void numberSenders() {
		TreeSet<IpAddress> sorted = new TreeSet<>();
		for (Participant participant : real.participants()) {
			sorted.add(participant.address());
			participant.instance().unicastPeers().forEach(peer -> sorted.add(peer.address()));
		}
		for (IpAddress address : sorted) {
			senders.put(address, plus(address.family() == Family.IPV4 ? SENDER_IPV4 : SENDER_IPV6, senders.size()));
		}
	}

	private static IpAddress plus(IpAddress address, int number) {
		return new IpAddress(address.family(), address.high(), address.low() + number);
	}

	private Node node(Node node) {
		return nodes.computeIfAbsent(node, n -> {
			Map<String, List<String>> groups = new LinkedHashMap<>();
			real.participants().stream().filter(p -> p.node() == n && p.instance().syncGroup() != null)
					.forEach(p -> groups.computeIfAbsent(p.instance().syncGroup(), g -> new ArrayList<>()).add(placeholder('n', p.instance().name())));
			List<SyncGroup> syncGroups = new ArrayList<>();
			groups.forEach((name, members) -> syncGroups.add(syncGroup(n, name, members)));
			return new Node(n.name(), List.of(), Globals.DEFAULT, real.trackedScripts(n), n.processes(), n.files(), n.bfdSessions(), List.of(), syncGroups, List.of(),
					List.of(), List.of(), List.of(), List.of(), List.of(), Origins.NONE);
		});
	}

	private SyncGroup syncGroup(Node node, String name, List<String> members) {
		boolean weighted = node.syncGroups().stream().anyMatch(g -> g.name().equals(name) && g.trackingWeight());
		return new SyncGroup(placeholder('g', name), members, Notify.NONE, Tracking.NONE, weighted, false, false, Origins.NONE);
	}

	private Instance instance(int place, Instance instance) {
		return InstanceBuilder.from(instance).name(placeholder('n', instance.name())).interfaceName(placeholder('e', instance.interfaceName()))
				.virtualRouterId(numbered(routerIds, instance.virtualRouterId())).authentication(authentication(instance.authentication())).sourceAddress(null)
				.unicastPeers(instance.unicastPeers().stream().map(p -> new UnicastPeer(senders.get(p.address()), p.minTtl(), p.maxTtl(), Origins.NONE)).toList())
				.virtualAddresses(instance.virtualAddresses().stream().map(this::virtualAddress).toList()).excludedAddresses(List.of()).routes(List.of())
				.rules(List.of()).vmac(null).ipvlan(null).tracking(tracking(place, instance.tracking())).notifyScripts(Notify.NONE).smtpAlert(false).notifyPriorityChanges(false)
				.syncGroup(placeholder('g', instance.syncGroup())).origins(new Line(place, Line.ELEMENT).origins(KEYWORDS)).build();
	}

	private Tracking tracking(int place, Tracking tracking) {
		return new Tracking(tracking.scripts().stream().map(t -> new TrackedScript(t.script(), t.weight(), t.reverse(), weight(place, Tracker.script(t.script())))).toList(),
				tracking.interfaces().stream().map(t -> new TrackedInterface(placeholder('e', t.name()), t.weight(), t.reverse(), Origins.NONE)).toList(),
				tracking.processes().stream().map(t -> new TrackedProcess(t.process(), t.weight(), t.reverse(), weight(place, Tracker.process(t.process())))).toList(),
				tracking.files().stream().map(t -> new TrackedFile(t.file(), t.weight(), t.reverse(), weight(place, Tracker.file(t.file())))).toList(),
				tracking.bfds().stream().map(t -> new TrackedBfd(t.session(), t.weight(), t.reverse(), weight(place, Tracker.bfd(t.session())))).toList());
	}

	/** Stands for wherever the weight of a tracked thing is written. */
	private Origins weight(int place, Tracker tracker) {
		if (!weights.contains(tracker)) {
			weights.add(tracker);
		}
		return new Line(place, Line.FIRST_WEIGHT + weights.indexOf(tracker)).origins(List.of(WEIGHT));
	}

	private static int numbered(Map<Integer, Integer> numbers, int value) {
		Integer number = numbers.get(value);
		if (number == null) {
			number = numbers.size() + 1;
			numbers.put(value, number);
		}
		return number;
	}

	/** Passwords that travel alike are alike. */
	private Authentication authentication(Authentication authentication) {
		String travelling = authentication.password().substring(0, Math.min(authentication.password().length(), Authentication.PASSWORD_BYTES));
		String password = passwords.get(travelling);
		if (password == null) {
			password = travelling.isEmpty() ? "" : "p" + passwords.size();
			passwords.put(travelling, password);
		}
		return new Authentication(authentication.type(), password);
	}

	private VirtualAddress virtualAddress(VirtualAddress address) {
		IpAddress numbered = virtualAddresses.get(address.address());
		if (numbered == null) {
			numbered = plus(address.address().family() == Family.IPV4 ? VIRTUAL_IPV4 : VIRTUAL_IPV6, virtualAddresses.size() + 1);
			virtualAddresses.put(address.address(), numbered);
		}
		return new VirtualAddress(new IpPrefix(numbered, numbered.family().bits()), null, null, null, null, null, Origins.NONE);
	}

	/** @return {@code null} for {@code null} */
	private String placeholder(char kind, String name) {
		if (name == null) {
			return null;
		}
		String placeholder = placeholders.get(kind + name);
		if (placeholder == null) {
			placeholder = "\u0001" + kind + placeholders.size() + "\u0002";
			placeholders.put(kind + name, placeholder);
			names.put(placeholder, name);
		}
		return placeholder;
	}

	// Back

	/** What is proved of a virtual router of the likeness, told of that of the real component. */
	VirtualRouterReport reveal(VirtualRouterReport report, int router) {
		Instance first = real.participantsOf(router).getFirst().instance();
		return new VirtualRouterReport(first.name(), first.virtualRouterId(), report.nodes(), report.initialMaster(), report.settleBound(),
				report.outcomes().stream().map(this::reveal).toList(), report.violations().stream().map(this::reveal).toList());
	}

	private Violation reveal(Violation violation) {
		return new Violation(violation.kind(), reveal(violation.message()), reveal(violation.origin()), reveal(violation.explanation()));
	}

	private Origin reveal(Origin origin) {
		Line line = Line.of(origin);
		if (line == null) {
			return origin;
		}
		Participant participant = real.participants().get(line.place());
		if (line.what() >= Line.FIRST_WEIGHT) {
			return TrackedThing.of(participant, weights.get(line.what() - Line.FIRST_WEIGHT)).orElseThrow().weightOrigin();
		}
		Origins origins = participant.instance().origins();
		return line.what() == Line.ELEMENT ? origins.element() : origins.of(KEYWORDS.get(line.what() - 1));
	}

	private FaultOutcome reveal(FaultOutcome outcome) {
		return new FaultOutcome(reveal(outcome.fault()), outcome.masterBefore(), outcome.masterAfter(), outcome.worstTakeover(), outcome.takeoverBound(),
				outcome.masterAfterRecovery(), outcome.worstRecovery(), outcome.recoveryBound(), reveal(outcome.timeline()), reveal(outcome.recoveryTimeline()));
	}

	Fault reveal(Fault fault) {
		return new Fault(fault.kind(), fault.node(), fault.subject() == null ? null : reveal(fault.subject()));
	}

	private List<TimelineEntry> reveal(List<TimelineEntry> timeline) {
		return timeline.stream().map(e -> new TimelineEntry(e.at(), e.node(), reveal(e.text()))).toList();
	}

	private String reveal(String text) {
		return text.indexOf('\u0001') < 0 ? text
				: PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(Objects.requireNonNull(names.get(m.group()))));
	}
}

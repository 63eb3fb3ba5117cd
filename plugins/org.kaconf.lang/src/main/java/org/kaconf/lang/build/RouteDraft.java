package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Origins;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetric;
import org.kaconf.model.RouteMetric.Kind;
import org.kaconf.model.RouteMetrics;

/** A line of {@code virtual_routes} or {@code static_routes} while it is read; words may stand in any order, but next hops come last. */
final class RouteDraft {
	private static final Set<String> TYPES = Set.of("unicast", "local", "broadcast", "anycast", "multicast", "throw", "unreachable", "prohibit", "blackhole", "nat", "xresolve");
	private static final long SHORTEST_TIME_MS = 200;
	private static final long LONGEST_TIME_MS = 120_000;
	private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d*)?)(m?s(?:ecs?)?)?");
	private static final Map<String, BiConsumer<RouteDraft, WordCursor>> OPTIONS = options();

	private String type = "unicast";
	private boolean hasDestination;
	/** {@code null} for all addresses. */
	private IpPrefix destination;
	private IpPrefix source;
	private IpAddress preferredSource;
	private String table;
	private String vrf;
	private String protocol;
	private String scope;
	private Long metric;
	private String tos;
	private final NextHopDraft hop = new NextHopDraft();
	private final List<NextHop> nextHops = new ArrayList<>();
	private final Map<Kind, RouteMetric> metrics = new EnumMap<>(Kind.class);
	private String congestionControl;
	private boolean congestionControlLocked;
	private Long expires;
	private String preference;
	private Boolean ttlPropagate;
	private Route.Insertion insertion = Route.Insertion.PREPEND;
	private boolean tracked = true;
	private String trackGroup;

	private static Map<String, BiConsumer<RouteDraft, WordCursor>> options() {
		Map<String, BiConsumer<RouteDraft, WordCursor>> options = new HashMap<>();
		NextHopDraft.OPTIONS.forEach((word, option) -> options.put(word, (r, in) -> option.accept(r.hop, in)));
		options.remove("weight");
		options.put("gw", options.get("via"));
		options.put("oif", options.get("dev"));
		options.put("inet", (r, in) -> in.readFamily(Family.IPV4));
		options.put("inet6", (r, in) -> in.readFamily(Family.IPV6));
		options.put("to", (r, in) -> r.setDestination(in.next(), in));
		options.put("src", (r, in) -> r.preferredSource = in.address());
		options.put("from", (r, in) -> {
			in.agree(Family.IPV6);
			r.source = Optional.ofNullable(in.prefix(in.next())).orElseGet(in::all);
		});
		for (String word : List.of("tos", "dsfield")) {
			options.put(word, (r, in) -> r.tos = in.next());
		}
		options.put("table", (r, in) -> r.table = in.next());
		options.put("vrf", (r, in) -> r.vrf = in.next());
		options.put("protocol", (r, in) -> r.protocol = in.next());
		options.put("scope", (r, in) -> r.scope = in.next());
		for (String word : List.of("metric", "priority", "preference")) {
			options.put(word, (r, in) -> r.metric = in.number(WordCursor.MOST));
		}
		options.put("expires", (r, in) -> {
			in.agree(Family.IPV6);
			r.expires = in.number(WordCursor.MOST);
		});
		options.put("pref", (r, in) -> {
			in.agree(Family.IPV6);
			r.preference = in.next();
		});
		options.put("ttl-propagate", (r, in) -> r.ttlPropagate = in.next().equals("enabled"));
		options.put("congctl", (r, in) -> {
			r.congestionControlLocked = in.take("lock");
			r.congestionControl = in.next();
		});
		for (Kind kind : List.of(Kind.MTU, Kind.ADVMSS, Kind.REORDERING, Kind.CWND, Kind.SSTHRESH)) {
			options.put(word(kind), (r, in) -> {
				boolean locked = in.take("lock");
				r.set(kind, in.number(WordCursor.MOST), locked);
			});
		}
		for (Kind kind : List.of(Kind.WINDOW, Kind.INITCWND, Kind.INITRWND)) {
			options.put(word(kind), (r, in) -> r.set(kind, in.number(WordCursor.MOST), false));
		}
		options.put("hoplimit", (r, in) -> r.set(Kind.HOPLIMIT, in.number(255), false));
		options.put("quickack", (r, in) -> r.set(Kind.QUICKACK, in.number(1), false));
		options.put("fastopen_no_cookie", (r, in) -> r.set(Kind.FASTOPEN_NO_COOKIE, in.number(1), false));
		options.put("features", (r, in) -> {
			if (in.next().equals("ecn")) {
				r.set(Kind.FEATURES, 1, false);
			}
		});
		Map.of(Kind.RTT, 8, Kind.RTTVAR, 4, Kind.RTO_MIN, 1).forEach((kind, unit) -> options.put(word(kind), (r, in) -> {
			boolean locked = in.take("lock");
			r.set(kind, time(in, unit), locked);
		}));
		options.put("add", (r, in) -> r.insertion = Route.Insertion.ADD);
		options.put("append", (r, in) -> r.insertion = Route.Insertion.APPEND);
		options.put("prepend", (r, in) -> r.insertion = Route.Insertion.PREPEND);
		options.put("or", RouteDraft::readOr);
		options.put("nexthop", RouteDraft::readNextHops);
		options.put("no_track", (r, in) -> r.tracked = false);
		options.put("track_group", (r, in) -> r.trackGroup = in.next());
		return options;
	}

	private static String word(Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	/** A time in the kernel's unit: a bare number is that already, one with a unit is turned into it; never less than 200 ms or more than two minutes. */
	private static long time(WordCursor in, int unitsPerMillisecond) {
		Matcher m = TIME.matcher(in.next().toLowerCase(Locale.ROOT));
		if (!m.matches() || m.group(2) == null && m.group(1).contains(".")) {
			in.refuse();
			return 0;
		}
		BigDecimal number = new BigDecimal(m.group(1).endsWith(".") ? m.group(1) + "0" : m.group(1));
		BigDecimal factor = BigDecimal.valueOf(m.group(2) == null ? 1 : m.group(2).startsWith("m") ? unitsPerMillisecond : 1_000L * unitsPerMillisecond);
		return Math.clamp(number.multiply(factor).longValue(), SHORTEST_TIME_MS * unitsPerMillisecond, LONGEST_TIME_MS * unitsPerMillisecond);
	}

	private void set(Kind kind, long value, boolean locked) {
		metrics.put(kind, new RouteMetric(kind, value, locked));
	}

	private void setDestination(String word, WordCursor in) {
		String address = word;
		if (TYPES.contains(word)) {
			type = word;
			address = in.next();
		}
		hasDestination = true;
		destination = in.prefix(address);
	}

	/** {@code via A or B} is the old way to say two next hops. */
	private void readOr(WordCursor in) {
		if (!nextHops.isEmpty()) {
			in.next();
			return;
		}
		NextHopDraft other = new NextHopDraft();
		other.setGateway(in.address());
		nextHops.add(hop.takeGateway());
		nextHops.add(other.build());
	}

	/** The rest of the line. */
	private void readNextHops(WordCursor in) {
		boolean more = true;
		while (more && !in.isRefused()) {
			NextHopDraft next = new NextHopDraft();
			while (in.hasNext() && NextHopDraft.OPTIONS.containsKey(in.peek())) {
				NextHopDraft.OPTIONS.get(in.next()).accept(next, in);
			}
			nextHops.add(next.build());
			more = in.take("nexthop");
		}
		if (in.hasNext()) {
			in.refuse();
		}
	}

	/** A route; empty when keepalived would not take the line. */
	static Optional<Route> read(EntryLine line) {
		WordCursor in = new WordCursor(line.allWords());
		RouteDraft draft = new RouteDraft();
		in.readInto(draft, OPTIONS, (r, word) -> r.setDestination(word, in));
		return in.isRefused() || !draft.hasDestination ? Optional.empty() : Optional.of(draft.build(in, line.origins()));
	}

	/** Only a route with an interface can be tracked, and a tracked one is keepalived's own. */
	private Route build(WordCursor in, Origins origins) {
		NextHop direct = hop.build();
		boolean effectivelyTracked = tracked && direct.device() != null;
		return new Route(in.family(), type, destination == null ? in.all() : destination, source, preferredSource, table, vrf,
				tracked ? null : protocol, scope, metric, tos, direct, nextHops,
				new RouteMetrics(List.copyOf(metrics.values()), congestionControl, congestionControlLocked), expires, preference, ttlPropagate, insertion,
				effectivelyTracked, direct.device() == null ? null : trackGroup, origins);
	}
}

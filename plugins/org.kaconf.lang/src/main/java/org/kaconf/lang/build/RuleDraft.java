package org.kaconf.lang.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NumberRange;
import org.kaconf.model.Origins;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.RoutingRule.Action;

/** A line of {@code virtual_rules} or {@code static_rules} while it is read. */
final class RuleDraft {
	private static final Pattern RANGE = Pattern.compile("(\\d{1,10})-(\\d{1,10})");
	private static final Pattern MARK = Pattern.compile("(0[xX][0-9a-fA-F]{1,8}|\\d{1,10})(?:/(0[xX][0-9a-fA-F]{1,8}|\\d{1,10}))?");
	private static final Map<String, BiConsumer<RuleDraft, WordCursor>> OPTIONS = options();

	private boolean inverted;
	private boolean hasFrom;
	private IpPrefix from;
	private boolean hasTo;
	private IpPrefix to;
	private Long preference;
	private Action action;
	private String table;
	private Long target;
	private String tos;
	private Long mark;
	private Long markMask;
	private String realms;
	private String incomingInterface;
	private String outgoingInterface;
	private NumberRange userIds;
	private String ipProtocol;
	private NumberRange sourcePorts;
	private NumberRange destinationPorts;
	private String tunnelId;
	private Integer protocol;
	private Integer suppressPrefixLength;
	private String suppressGroup;
	private boolean tracked = true;
	private String trackGroup;

	private static Map<String, BiConsumer<RuleDraft, WordCursor>> options() {
		Map<String, BiConsumer<RuleDraft, WordCursor>> options = new HashMap<>();
		options.put("inet", (r, in) -> in.readFamily(Family.IPV4));
		options.put("inet6", (r, in) -> in.readFamily(Family.IPV6));
		options.put("from", (r, in) -> {
			r.hasFrom = true;
			r.from = in.prefix(in.next());
		});
		options.put("to", (r, in) -> {
			r.hasTo = true;
			r.to = in.prefix(in.next());
		});
		for (String word : List.of("table", "lookup")) {
			options.put(word, (r, in) -> {
				r.table = in.next();
				r.act(Action.TABLE, in);
			});
		}
		options.put("not", (r, in) -> r.inverted = true);
		for (String word : List.of("preference", "order", "priority")) {
			options.put(word, (r, in) -> r.preference = in.number(WordCursor.MOST));
		}
		for (String word : List.of("tos", "dsfield")) {
			options.put(word, (r, in) -> r.tos = in.next());
		}
		options.put("fwmark", RuleDraft::readMark);
		options.put("realms", (r, in) -> {
			in.agree(Family.IPV4);
			r.realms = in.next();
		});
		for (String word : List.of("suppress_prefixlength", "sup_pl")) {
			options.put(word, (r, in) -> r.suppressPrefixLength = (int) in.number(Integer.MAX_VALUE));
		}
		for (String word : List.of("suppress_ifgroup", "sup_group")) {
			options.put(word, (r, in) -> r.suppressGroup = in.next());
		}
		for (String word : List.of("dev", "iif")) {
			options.put(word, (r, in) -> r.incomingInterface = in.next());
		}
		options.put("oif", (r, in) -> r.outgoingInterface = in.next());
		options.put("tunnel-id", (r, in) -> r.tunnelId = in.next());
		options.put("uidrange", (r, in) -> {
			r.userIds = range(in);
			if (r.userIds == null) {
				in.refuse();
			}
		});
		options.put("sport", (r, in) -> r.sourcePorts = range(in));
		options.put("dport", (r, in) -> r.destinationPorts = range(in));
		options.put("l3mdev", (r, in) -> r.act(Action.L3MDEV, in));
		options.put("protocol", (r, in) -> r.protocol = Numbers.integer(in.next()).filter(p -> p >= 0 && p <= 255).orElse(r.protocol));
		options.put("ipproto", (r, in) -> r.ipProtocol = in.next());
		options.put("no_track", (r, in) -> r.tracked = false);
		options.put("track_group", (r, in) -> r.trackGroup = in.next());
		options.put("type", (r, in) -> r.readAction(in.next(), in));
		return options;
	}

	private static NumberRange range(WordCursor in) {
		Matcher m = RANGE.matcher(in.next());
		return m.matches() ? new NumberRange(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))) : null;
	}

	private void readMark(WordCursor in) {
		Matcher m = MARK.matcher(in.next());
		if (m.matches()) {
			mark = Long.decode(m.group(1));
			markMask = m.group(2) == null ? null : Long.decode(m.group(2));
		} else {
			in.refuse();
		}
	}

	private void readAction(String word, WordCursor in) {
		switch (word) {
			case "goto" -> {
				target = in.number(WordCursor.MOST);
				act(Action.GOTO, in);
			}
			case "nop" -> act(Action.NOP, in);
			case "blackhole" -> act(Action.BLACKHOLE, in);
			case "prohibit" -> act(Action.PROHIBIT, in);
			case "unreachable" -> act(Action.UNREACHABLE, in);
			default -> in.refuse();
		}
	}

	/** There is one action. */
	private void act(Action newAction, WordCursor in) {
		if (action != null) {
			in.refuse();
		}
		action = newAction;
	}

	/** A rule; empty when keepalived would not take the line. @param preferences for rules that say none */
	static Optional<RoutingRule> read(EntryLine line, RulePreferences preferences) {
		WordCursor in = new WordCursor(line.allWords());
		RuleDraft draft = new RuleDraft();
		in.readInto(draft, OPTIONS, (r, word) -> r.readAction(word, in));
		return in.isRefused() || !draft.isWhole() ? Optional.empty() : Optional.of(draft.build(in, preferences, line.origins()));
	}

	/** Jumps go forward, and only tables have realms and suppressors. */
	private boolean isWhole() {
		boolean forTables = realms != null || suppressPrefixLength != null || suppressGroup != null;
		boolean forward = action != Action.GOTO || preference != null && preference < target;
		return action != null && forward && (!forTables || action == Action.TABLE || action == Action.L3MDEV);
	}

	private RoutingRule build(WordCursor in, RulePreferences preferences, Origins origins) {
		Family family = in.family();
		return new RoutingRule(family, inverted, hasFrom && from == null ? in.all() : from, hasTo && to == null ? in.all() : to,
				preference == null ? preferences.next(family) : preference, action, table, target, tos, mark, markMask, realms, incomingInterface,
				outgoingInterface, userIds, ipProtocol, sourcePorts, destinationPorts, tunnelId, tracked ? null : protocol, suppressPrefixLength,
				suppressGroup, tracked, incomingInterface == null ? null : trackGroup, origins);
	}
}

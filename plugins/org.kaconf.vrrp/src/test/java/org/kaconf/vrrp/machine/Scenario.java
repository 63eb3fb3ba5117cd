package org.kaconf.vrrp.machine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Command;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetrics;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.UnicastOptions;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.AddRoutes;
import org.kaconf.vrrp.machine.Effect.AddRules;
import org.kaconf.vrrp.machine.Effect.AnnounceSource;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.NotifyLowerPriority;
import org.kaconf.vrrp.machine.Effect.NotifyPriority;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.RemoveRoutes;
import org.kaconf.vrrp.machine.Effect.RemoveRules;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.packet.Advertisement;

/**
 * Runs a scenario in virtual time. Lines that begin in the first column are commands or, with #, comments; indented lines are what the router does on them,
 * with the time in seconds.
 * <pre>
 * router KEY=VALUE ...   the router under test, see {@link #set}; time begins at 0
 * start [DELAY] | stop | removed | link up | link down | address A | address none
 * wait SECONDS           lets time pass; timers fire when they are due
 * stand-still SECONDS    lets time pass in which the node does nothing
 * track NAME good|bad    a script;  interface NAME up|down  an interface;  process NAME good|bad;  bfd NAME good|bad;  file NAME NUMBER
 * advert PRIORITY from ADDRESS [KEY=VALUE ...]   an advert like the router's own but for what is said
 * reload KEY=VALUE ...   the configuration with some values changed
 * show                   state, effective priority and the next deadline
 * </pre>
 */
final class Scenario {
	private final StringBuilder output = new StringBuilder();
	private InstanceBuilder configuration;
	private VirtualRouter router;
	private long now;

	/** The scenario with the lines of effects that follow from its commands. */
	static String run(String text) {
		Scenario scenario = new Scenario();
		text.lines().filter(line -> !line.startsWith("\t")).forEach(scenario::line);
		return scenario.output.toString();
	}

	private void line(String line) {
		output.append(line).append('\n');
		if (line.isBlank() || line.startsWith("#")) {
			return;
		}
		List<String> words = List.of(line.split(" "));
		List<String> arguments = words.subList(1, words.size());
		switch (words.getFirst()) {
			case "router" -> configure(arguments);
			case "reload" -> {
				arguments.forEach(this::set);
				apply(new Event.Reconfigured(configuration.build()));
			}
			case "start" -> apply(new Event.Start(arguments.isEmpty() ? 0 : nanos(arguments.getFirst())));
			case "removed" -> apply(new Event.Removed());
			case "stop" -> apply(new Event.Stop());
			case "link" -> apply(new Event.Link(arguments.getFirst().equals("up")));
			case "address" -> apply(new Event.AddressChanged(IpAddress.parse(arguments.getFirst()).orElse(null)));
			case "track" -> apply(new Event.Track(Tracker.script(arguments.get(0)), arguments.get(1).equals("good")));
			case "interface" -> apply(new Event.Track(Tracker.networkInterface(arguments.get(0)), arguments.get(1).equals("up")));
			case "process" -> apply(new Event.Track(Tracker.process(arguments.get(0)), arguments.get(1).equals("good")));
			case "bfd" -> apply(new Event.Track(Tracker.bfd(arguments.get(0)), arguments.get(1).equals("good")));
			case "file" -> apply(new Event.FileValue(arguments.get(0), Integer.parseInt(arguments.get(1))));
			case "wait" -> passTime(nanos(arguments.getFirst()));
			case "stand-still" -> standStill(nanos(arguments.getFirst()));
			case "advert" -> receive(arguments);
			case "show" -> show();
			default -> throw new IllegalArgumentException(line);
		}
	}

	private void configure(List<String> settings) {
		configuration = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(100)
				.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24")));
		settings.forEach(this::set);
		now = 0;
		router = VirtualRouter.of(configuration.build(), IpAddress.of("10.0.0.1"));
	}

	private void set(String setting) {
		String key = setting.substring(0, setting.indexOf('='));
		String value = setting.substring(setting.indexOf('=') + 1);
		List<String> values = Arrays.stream(value.split(",")).filter(v -> !v.isEmpty()).toList();
		switch (key) {
			case "priority" -> configuration.priority(Integer.parseInt(value));
			case "state" -> configuration.initialState(InitialState.valueOf(value));
			case "version" -> configuration.version(VrrpVersion.valueOf("V" + value));
			case "interval" -> configuration.advertInterval(Duration.ofNanos(nanos(value)));
			case "password" -> configuration.authentication(new Authentication(Type.PASS, value));
			case "preempt" -> configuration.preempt(Boolean.parseBoolean(value));
			case "preempt_delay" -> configuration.preemptDelay(Duration.ofNanos(nanos(value)));
			case "vips" -> configuration.virtualAddresses(values.stream().map(VirtualAddress::of).toList());
			case "excluded" -> configuration.excludedAddresses(values.stream().map(VirtualAddress::of).toList());
			case "peers" -> configuration.unicastPeers(values.stream().map(v -> new UnicastPeer(IpAddress.of(v), 250, null, Origins.NONE)).toList());
			case "lower_prio_no_advert" -> configuration.lowerPriorityNoAdvert(Boolean.parseBoolean(value));
			case "higher_prio_send_advert" -> configuration.higherPrioritySendAdvert(Boolean.parseBoolean(value));
			case "down_timer_adverts" -> configuration.downTimerAdverts(Integer.parseInt(value));
			case "refresh" -> configuration.garp(new GratuitousArp(Duration.ofSeconds(5), 5, Duration.ofNanos(nanos(value)), 2, Duration.ofSeconds(5), 5,
					Duration.ZERO));
			case "scripts" -> configuration.trackedScripts(tracked(values, TrackedScript::new));
			case "interfaces" -> configuration.trackedInterfaces(tracked(values, TrackedInterface::new));
			case "routes" -> configuration.routes(values.stream().map(Scenario::route).toList());
			case "rules" -> configuration.rules(values.stream().map(v -> rule(Long.parseLong(v))).toList());
			case "processes" -> configuration.trackedProcesses(tracked(values, TrackedProcess::new));
			case "files" -> configuration.trackedFiles(tracked(values, TrackedFile::new));
			case "bfds" -> configuration.trackedBfds(tracked(values, TrackedBfd::new));
			case "check_unicast_src" -> configuration.unicastOptions(new UnicastOptions(null, Boolean.parseBoolean(value), false, UnicastOptions.Checksum.AUTOMATIC));
			case "plain_peers" -> configuration.unicastPeers(values.stream().map(v -> new UnicastPeer(IpAddress.of(v), null, null, Origins.NONE)).toList());
			case "skip_check_adv_addr" -> configuration.skipAddressCheck(Boolean.parseBoolean(value));
			case "notify_priority_changes" -> configuration.notifyPriorityChanges(Boolean.parseBoolean(value));
			case "notify_deleted" -> configuration.notifyScripts(new Notify(null, null, null, null, new Command(List.of(value), null, null), null, null, true));
			default -> throw new IllegalArgumentException(setting);
		}
	}

	private static Route route(String destination) {
		return new Route(Family.IPV4, "unicast", IpPrefix.of(destination), null, null, null, null, null, null, null, null, NextHop.NONE, List.of(), RouteMetrics.NONE,
				null, null, null, Route.Insertion.PREPEND, true, null, Origins.NONE);
	}

	private static RoutingRule rule(long preference) {
		return new RoutingRule(Family.IPV4, false, null, null, preference, RoutingRule.Action.TABLE, "100", null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, true, null, Origins.NONE);
	}

	/** What is tracked, of one kind. */
	private interface Kind<T> {
		T of(String name, int weight, boolean reverse, Origins origins);
	}

	/** Each {@code NAME:WEIGHT} or {@code NAME:WEIGHT:reverse}. */
	private static <T> List<T> tracked(List<String> texts, Kind<T> kind) {
		return texts.stream().map(text -> text.split(":")).map(parts -> kind.of(parts[0], Integer.parseInt(parts[1]), parts.length > 2, Origins.NONE)).toList();
	}

	private void receive(List<String> arguments) {
		InstanceBuilder own = configuration;
		configuration = InstanceBuilder.from(own.build());
		int ttl = -1;
		IpAddress destination = null;
		for (String setting : arguments.subList(3, arguments.size())) {
			String value = setting.substring(setting.indexOf('=') + 1);
			if (setting.startsWith("ttl=")) {
				ttl = Integer.parseInt(value);
			} else if (setting.startsWith("to=")) {
				destination = IpAddress.of(value);
			} else {
				set(setting);
			}
		}
		Advertisement advert = Advertisement.of(configuration.build(), Integer.parseInt(arguments.get(0)));
		configuration = own;
		apply(new Event.AdvertReceived(advert, IpAddress.of(arguments.get(2)), destination, ttl));
	}

	private void passTime(long nanos) {
		long end = now + nanos;
		while (router.nextDeadline() <= end) {
			now = Math.max(now, router.nextDeadline());
			apply(new Event.Timer());
		}
		now = end;
	}

	private void standStill(long nanos) {
		now += nanos;
		if (router.nextDeadline() < now) {
			apply(new Event.HeldUp(now - router.nextDeadline()));
		}
	}

	private void apply(Event event) {
		Step step = VirtualRouter.step(router, event, now);
		router = step.state();
		step.effects().forEach(effect -> write(words(effect)));
	}

	private void show() {
		write("is " + router.state() + " with priority " + router.effectivePriority() + ", next deadline "
				+ (router.nextDeadline() == Timing.NEVER ? "never" : "at " + seconds(router.nextDeadline())));
	}

	private void write(String text) {
		output.append('\t').append(seconds(now)).append(' ').append(text).append('\n');
	}

	private static String words(Effect effect) {
		return switch (effect) {
			case SendAdvert send -> "sends an advert with priority " + send.advertisement().priority();
			case AddAddresses add -> "adds " + prefixes(add.addresses());
			case RemoveAddresses remove -> "removes " + prefixes(remove.addresses());
			case AddRoutes add -> "adds routes " + destinations(add.routes());
			case RemoveRoutes remove -> "removes routes " + destinations(remove.routes());
			case AddRules add -> "adds rules " + preferences(add.rules());
			case RemoveRules remove -> "removes rules " + preferences(remove.rules());
			case AnnounceSource source -> "announces its own address " + source.address();
			case SendGratuitousArp arp -> "announces " + prefixes(arp.addresses()) + " " + arp.repeat() + " times";
			case Effect.Notify notify -> "notifies " + notify.newState().notification() + " " + notify.priority();
			case NotifyPriority notify -> "notifies priority " + notify.priority() + " as " + notify.state();
			case NotifyLowerPriority notify -> "notifies a lower priority than " + notify.priority();
			case Drop drop -> "drops for " + drop.reason().statistic() + ": " + drop.text();
			case Log log -> (log.level() == LogLevel.INFO ? "logs " : "details ") + log.text();
		};
	}

	private static String prefixes(List<VirtualAddress> addresses) {
		return addresses.stream().map(a -> a.prefix().toString()).collect(Collectors.joining(", "));
	}

	private static String destinations(List<Route> routes) {
		return routes.stream().map(route -> route.destination().toString()).collect(Collectors.joining(", "));
	}

	private static String preferences(List<RoutingRule> rules) {
		return rules.stream().map(rule -> Long.toString(rule.preference())).collect(Collectors.joining(", "));
	}

	private static long nanos(String seconds) {
		return new BigDecimal(seconds).movePointRight(9).longValueExact();
	}

	private static String seconds(long nanos) {
		return BigDecimal.valueOf(nanos, 9).setScale(6, RoundingMode.HALF_UP).toPlainString();
	}

	/** The names of the scenarios, in order. */
	static List<String> names() {
		return new ArrayList<>(List.of("rfc9568-6.1-intervals", "rfc9568-6.4.1-initialize", "rfc9568-6.4.2-backup", "rfc9568-6.4.3-active",
				"rfc9568-7.1-receiving", "rfc3768-7.1-receiving", "preempt-delay", "effective-priority", "fault", "gratuitous-arp", "reload", "owner", "trackers", "startup-delay", "held-up", "unicast", "notifications", "routes-and-rules"));
	}
}

package org.kaconf.lang;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.Instance;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetric;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.UnicastOptions;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** Parts of the model as keepalived 2.2.7 writes them down, as far as it does. */
final class InKeepalivedsWords {
	/** What a route or rule is marked with that keepalived watches. */
	private static final int OWN_PROTOCOL = 18;

	private InKeepalivedsWords() {
	}

	static List<String> of(Instance i) {
		GratuitousArp garp = i.garp();
		List<String> lines = new ArrayList<>();
		lines.add("VRRP Version = " + i.version().number());
		add(lines, i.syncGroup() != null, "Sync group = " + i.syncGroup());
		add(lines, i.family() == Family.IPV6, "Using Native IPv6");
		lines.add("Wantstate = " + i.initialState());
		if (i.vmac() != null) {
			lines.add("Use VMAC xmit_base = " + i.vmac().transmitOnBase());
			add(lines, i.vmac().mac() != null, "MAC = " + i.vmac().mac());
		}
		add(lines, !i.interfaceOptions().trackPrimary(), "VRRP interface tracking disabled");
		add(lines, i.skipAddressCheck(), "Skip checking advert IP addresses");
		add(lines, i.strict(), "Enforcing strict VRRP compliance");
		add(lines, i.sourceAddress() != null, "Using src_ip = " + i.sourceAddress() + " (from configuration)");
		add(lines, !i.isUnicast(), "Multicast address " + i.multicastGroup());
		lines.add("Gratuitous ARP delay = " + garp.masterDelay().toSeconds());
		lines.add("Gratuitous ARP repeat = " + garp.masterRepeat());
		lines.add("Gratuitous ARP refresh = " + garp.masterRefresh().toSeconds());
		lines.add("Gratuitous ARP refresh repeat = " + garp.masterRefreshRepeat());
		lines.add("Gratuitous ARP lower priority delay = " + garp.lowerPriorityDelay().toSeconds());
		lines.add("Gratuitous ARP lower priority repeat = " + garp.lowerPriorityRepeat());
		lines.add("Down timer adverts = " + i.downTimerAdverts());
		add(lines, !garp.extraInterval().isZero(), "Gratuitous ARP for each secondary " + (garp.extraOnAll() ? "i/f" : "VMAC") + " = " + garp.extraInterval().toSeconds());
		lines.add("Send advert after receive lower priority advert = " + !i.lowerPriorityNoAdvert());
		lines.add("Send advert after receive higher priority advert = " + i.higherPrioritySendAdvert());
		lines.add("Virtual Router ID = " + i.virtualRouterId());
		lines.add("Priority = " + i.priority());
		lines.add("Advert interval = "
				+ (i.version() == VrrpVersion.V2 ? i.advertInterval().toSeconds() + " sec" : i.advertInterval().toMillis() + " milli-sec"));
		lines.add("Accept = " + enabled(i.accept()));
		lines.add("Preempt = " + enabled(i.preempt()));
		add(lines, !i.preemptDelay().isZero(), "Preempt delay = " + seconds(i.preemptDelay()) + " secs");
		lines.add("Promote_secondaries = " + enabled(i.interfaceOptions().promoteSecondaries()));
		if (i.authentication().type() == Authentication.Type.NONE) {
			add(lines, i.version() == VrrpVersion.V2, "Authentication type = none");
		} else {
			lines.add("Authentication type = " + (i.authentication().type() == Authentication.Type.AH ? "IPSEC_AH" : "SIMPLE_PASSWORD"));
		}
		add(lines, i.interfaceOptions().receiveBuffer() != null, "Kernel rx buffer size = " + i.interfaceOptions().receiveBuffer());
		if (i.isUnicast()) {
			UnicastOptions unicast = i.unicastOptions();
			add(lines, i.family() == Family.IPV4 || unicast.ttl() != null, "Unicast TTL = " + (unicast.ttl() == null ? 255 : unicast.ttl()));
			lines.add("Check unicast src : " + (unicast.checkSource() ? "yes" : "no"));
			lines.add("Unicast checksum compatibility = " + switch (unicast.checksum()) {
				case AUTOMATIC -> "no";
				case STANDARD -> "never";
				case OLD -> "config";
			});
		}
		lines.add("Using smtp notification = " + (i.smtpAlert() ? "yes" : "no"));
		lines.add("Notify deleted = " + (i.notifyScripts().namesDeleted() ? "Deleted" : "Fault"));
		lines.add("Notify priority changes = " + i.notifyPriorityChanges());
		return lines;
	}

	private static void add(List<String> lines, boolean condition, String line) {
		if (condition) {
			lines.add(line);
		}
	}

	private static String enabled(boolean value) {
		return value ? "enabled" : "disabled";
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%s", duration.toNanos() / 1e9).replaceFirst("\\.0$", "");
	}

	/** Without its scope and broadcast address. @param device that it turns out to be on */
	static String of(VirtualAddress address, String device) {
		AddressOptions options = address.options();
		StringBuilder text = new StringBuilder(address.peer() == null ? of(address.prefix()) : address.address().toString());
		text.append(" dev ").append(address.device() == null ? device : address.device());
		append(text, address.label() != null, " label " + address.label());
		append(text, options.homeAddress(), " home");
		append(text, options.duplicateDetection(), " -nodad");
		append(text, options.manageTemporary(), " mngtmpaddr");
		append(text, options.noPrefixRoute(), " noprefixroute");
		append(text, options.autoJoin(), " autojoin");
		append(text, !options.tracked(), " no_track");
		if (address.address().family() == Family.IPV6) {
			long lifetime = address.preferredLifetime();
			text.append(lifetime == 0 ? " deprecated" : " preferred_lft " + (lifetime == AddressOptions.FOREVER ? "forever" : Long.toString(lifetime)));
		}
		return text.toString();
	}

	private static String of(IpPrefix prefix) {
		return prefix.length() == prefix.address().family().bits() ? prefix.address().toString() : prefix.toString();
	}

	private static void append(StringBuilder text, boolean condition, String words) {
		if (condition) {
			text.append(words);
		}
	}

	static String of(Route route) {
		StringBuilder text = new StringBuilder(route.insertion().name().toLowerCase(Locale.ROOT)).append(' ');
		append(text, !route.type().equals("unicast"), route.type() + " ");
		text.append(of(route.destination()));
		append(text, route.source() != null, " from " + route.source());
		append(text, route.preferredSource() != null, " src " + route.preferredSource());
		append(text, route.tos() != null, " tos " + route.tos());
		append(text, route.hop().gateway() != null, " via " + family(route.family()) + " " + route.hop().gateway());
		append(text, route.hop().device() != null, " dev " + route.hop().device());
		append(text, route.table() != null, " table " + route.table());
		append(text, route.protocol() != null, " proto " + route.protocol());
		// A tracked route is keepalived's own, one that cannot be tracked for want of an interface as well.
		append(text, route.protocol() == null, " proto " + OWN_PROTOCOL);
		append(text, route.metric() != null, " metric " + route.metric());
		append(text, route.hop().onLink(), " onlink");
		append(text, route.expires() != null, " expires " + route.expires() + "sec");
		for (RouteMetric metric : route.metrics().values()) {
			text.append(' ').append(metric.kind().name().toLowerCase(Locale.ROOT)).append(metric.locked() ? " lock " : " ").append(number(metric));
		}
		for (NextHop hop : route.nextHops()) {
			text.append(" nexthop");
			append(text, hop.gateway() != null, " via " + family(route.family()) + " " + hop.gateway());
			append(text, hop.device() != null, " dev " + hop.device());
			append(text, hop.weight() != 1, " weight " + hop.weight());
			append(text, hop.onLink(), " onlink");
		}
		append(text, !route.tracked(), " no_track");
		return text.toString();
	}

	private static String family(Family family) {
		return family == Family.IPV4 ? "inet" : "inet6";
	}

	private static String number(RouteMetric metric) {
		int perMillisecond = switch (metric.kind()) {
			case RTT -> 8;
			case RTTVAR -> 4;
			case RTO_MIN -> 1;
			default -> 0;
		};
		if (perMillisecond == 0) {
			return Long.toString(metric.value());
		}
		long milliseconds = metric.value() / perMillisecond;
		return milliseconds % 1000 == 0 ? milliseconds / 1000 + "s" : milliseconds + "ms";
	}

	static String of(RoutingRule rule) {
		StringBuilder text = new StringBuilder();
		append(text, rule.family() == Family.IPV6 && rule.from() == null && rule.to() == null, "inet6 ");
		append(text, rule.inverted(), "not ");
		text.append("from ").append(rule.from() == null ? "all" : of(rule.from()));
		append(text, rule.to() != null, " to " + (rule.to() == null ? "" : of(rule.to())));
		text.append(" priority ").append(rule.preference());
		append(text, rule.mark() != null, " fwmark 0x" + hex(rule.mark()) + (rule.markMask() == null ? "" : "/0x" + hex(rule.markMask())));
		append(text, rule.incomingInterface() != null, " iif " + rule.incomingInterface());
		append(text, rule.outgoingInterface() != null, " oif " + rule.outgoingInterface());
		if (rule.userIds() != null) {
			text.append(" uidrange ").append(rule.userIds().first()).append('-').append(rule.userIds().last());
		}
		append(text, rule.protocol() != null || rule.tracked(), " protocol " + (rule.protocol() == null ? OWN_PROTOCOL : rule.protocol()));
		if (rule.destinationPorts() != null) {
			text.append(" dport ").append(rule.destinationPorts().first()).append('-').append(rule.destinationPorts().last());
		}
		text.append(switch (rule.action()) {
			case TABLE -> " lookup " + rule.table();
			case GOTO -> " goto " + rule.target();
			case NOP -> " nop";
			case L3MDEV -> "";
			default -> " type " + rule.action().name().toLowerCase(Locale.ROOT);
		});
		append(text, !rule.tracked(), " no_track");
		return text.toString();
	}

	private static String hex(Long number) {
		return number == null ? "" : Long.toHexString(number);
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Encapsulation;
import org.kaconf.model.Encapsulation.Kind;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Node;
import org.kaconf.model.NumberRange;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetric;
import org.kaconf.model.RouteMetrics;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.RoutingRule.Action;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;

/** Routes and routing rules that come with being master, and those that a node has always. */
@LiveTest
class RoutingTest extends OnLiveNetwork {
	private static final IpAddress GATEWAY = IpAddress.of("10.9.0.254");

	/** A route with the options that a test is about; the rest is not said. */
	private static final class RouteDraft {
		private final String destination;
		private Family family = Family.IPV4;
		private String type = "unicast";
		private IpAddress preferredSource;
		private String table;
		private String protocol;
		private String scope;
		private Long metric;
		private String tos;
		private NextHop hop = NextHop.NONE;
		private List<NextHop> nextHops = List.of();
		private RouteMetrics metrics = RouteMetrics.NONE;
		private String preference;
		private boolean tracked = true;

		RouteDraft(String destination) {
			this.destination = destination;
		}

		RouteDraft via(IpAddress gateway, String device) {
			hop = new NextHop(gateway, device, 1, false, null, null);
			return this;
		}

		Route build() {
			return new Route(family, type, IpPrefix.of(destination), null, preferredSource, table, null, protocol, scope, metric, tos, hop, nextHops, metrics, null,
					preference, null, Route.Insertion.PREPEND, tracked, null, null);
		}
	}

	/** Every line of one with its twin in keepalived's words. */
	private static List<Route> routes() {
		RouteDraft full = new RouteDraft("10.20.0.0/16").via(GATEWAY, "eth0");
		full.preferredSource = IpAddress.of("10.9.0.100");
		full.metric = 77L;
		full.tos = "0x10";
		full.metrics = new RouteMetrics(List.of(new RouteMetric(RouteMetric.Kind.MTU, 1400, true), new RouteMetric(RouteMetric.Kind.INITCWND, 20, false)), "cubic", false);
		RouteDraft table = new RouteDraft("0.0.0.0/0").via(GATEWAY, null);
		table.table = "1000";
		table.protocol = "static";
		table.tracked = false;
		RouteDraft linked = new RouteDraft("10.21.0.0/16").via(null, "eth0");
		linked.scope = "link";
		RouteDraft hole = new RouteDraft("10.22.0.0/16");
		hole.type = "blackhole";
		RouteDraft several = new RouteDraft("10.23.0.0/16");
		several.nextHops = List.of(new NextHop(GATEWAY, null, 2, false, null, null), new NextHop(IpAddress.of("192.0.2.1"), "eth0", 5, true, null, null));
		RouteDraft ipv6 = new RouteDraft("2001:db8:1::/48").via(IpAddress.of("fe80::254"), "eth0");
		ipv6.family = Family.IPV6;
		ipv6.preference = "high";
		ipv6.metric = 50L;
		return List.of(full.build(), table.build(), linked.build(), hole.build(), several.build(), ipv6.build());
	}

	private static final String ROUTES = """
			virtual_routes {
				10.20.0.0/16 via 10.9.0.254 dev eth0 src 10.9.0.100 metric 77 tos 0x10 mtu lock 1400 initcwnd 20 congctl cubic
				0.0.0.0/0 via 10.9.0.254 table 1000 protocol static no_track
				10.21.0.0/16 dev eth0 scope link
				blackhole 10.22.0.0/16
				10.23.0.0/16 nexthop via 10.9.0.254 weight 2 nexthop via 192.0.2.1 dev eth0 weight 5 onlink
				2001:db8:1::/48 via fe80::254 dev eth0 metric 50 pref high
			}
			""";

	private static RoutingRule rule(String from, String to, long preference, Action action, String table) {
		return new RoutingRule(from == null || !from.contains(":") ? Family.IPV4 : Family.IPV6, false, from == null ? null : IpPrefix.of(from), to == null ? null : IpPrefix.of(to),
				preference, action, table, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, true, null, null);
	}

	private static List<RoutingRule> rules() {
		RoutingRule rich = new RoutingRule(Family.IPV4, true, IpPrefix.of("10.30.0.0/16"), null, 101, Action.TABLE, "1000", null, "0x10", 0x12L, 0xffL, null, "eth0", null,
				new NumberRange(1000, 2000), "tcp", new NumberRange(80, 90), new NumberRange(443, 444), null, null, 8, null, true, null, null);
		RoutingRule jump = new RoutingRule(Family.IPV4, false, IpPrefix.of("10.31.0.0/16"), null, 103, Action.GOTO, null, 200L, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, true, null, null);
		return List.of(rule("10.9.0.100", "192.168.0.0/24", 100, Action.TABLE, "1000"), rich, rule("10.32.0.0/16", null, 102, Action.PROHIBIT, null), jump,
				rule("2001:db8::/32", null, 104, Action.TABLE, "main"), rule("10.33.0.0/16", null, 200, Action.TABLE, null));
	}

	private static final String RULES = """
			virtual_rules {
				from 10.9.0.100 to 192.168.0.0/24 priority 100 table 1000
				not from 10.30.0.0/16 priority 101 table 1000 tos 0x10 fwmark 0x12/0xff iif eth0 uidrange 1000-2000 ipproto tcp sport 80-90 dport 443-444 suppress_prefixlength 8
				from 10.32.0.0/16 priority 102 prohibit
				from 10.31.0.0/16 priority 103 goto 200
				from 2001:db8::/32 priority 104 table main
				from 10.33.0.0/16 priority 200 table main
			}
			""";

	/** All that ip(8) knows, but what the kernel has made itself. */
	private static String shown(NetworkHost host) throws IOException {
		return (host.run("ip", "-d", "route", "show", "table", "all") + host.run("ip", "-6", "-d", "route", "show", "table", "all")).lines()
				.filter(line -> !line.contains("proto kernel")).sorted().toList() + "\n" + host.run("ip", "rule") + host.run("ip", "-6", "rule");
	}

	@Test
	void areTheOnesThatKeepalivedSets() throws Exception {
		String before = shown(network.a);
		KeepalivedProcess keepalived = network.keepalived(network.a, """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					version 3
					advert_int 0.1
					virtual_ipaddress {
						10.9.0.100/24
					}
				""" + ROUTES + RULES + "}\n");
		awaitMaster(keepalived.process(), 0);
		LiveNetwork.await("keepalived's rules", () -> network.a.run("ip", "rule").contains("200:"));
		String expected = shown(network.a);
		keepalived.process().terminate();
		keepalived.process().awaitEnd(LIMIT);
		assertThat(shown(network.a)).isEqualTo(before);
		HostProcess kaconf = network.kaconf(network.a, fast(100).routes(routes()).rules(rules()).build());
		awaitMaster(kaconf, 0);
		LiveNetwork.await("our rules", () -> network.a.run("ip", "rule").contains("200:"));
		assertThat(shown(network.a)).isEqualTo(expected).contains("10.20.0.0/16", "2001:db8:1::/48", "goto 200");
		kaconf.terminate();
		assertThat(kaconf.awaitEnd(LIMIT)).isZero();
		assertThat(shown(network.a)).isEqualTo(before);
		assertThat(kaconf.lines()).noneMatch(line -> line.text().contains("cannot"));
	}

	private static Encapsulation tunnel(Kind kind, String id, String destination, String source, String trafficClass, Integer hopLimit) {
		return new Encapsulation(kind, null, id, IpAddress.of(destination), source == null ? null : IpAddress.of(source), trafficClass, hopLimit, null);
	}

	private static Route wrapped(String destination, Encapsulation encapsulation) {
		RouteDraft draft = new RouteDraft(destination);
		draft.family = destination.contains(":") ? Family.IPV6 : Family.IPV4;
		draft.hop = new NextHop(null, "eth0", 1, false, null, encapsulation);
		return draft.build();
	}

	private static List<Route> wrappedRoutes() {
		return List.of(wrapped("10.50.0.0/16", tunnel(Kind.IP, "1", "10.0.0.1", "10.9.0.1", "0x10", 7)),
				wrapped("10.51.0.0/16", tunnel(Kind.IP6, "4294967295", "2001:db8::1", "2001:db8::2", "0x20", 9)),
				wrapped("10.52.0.0/16", tunnel(Kind.IP, null, "10.0.0.1", null, null, null)),
				wrapped("2001:db8:5::/48", tunnel(Kind.IP6, "5", "2001:db8::1", null, null, null)), wrapped("2001:db8:6::/48", tunnel(Kind.IP, "6", "10.0.0.1", null, null, 255)));
	}

	private static final String WRAPPED_ROUTES = """
			virtual_routes {
				10.50.0.0/16 encap ip id 1 dst 10.0.0.1 src 10.9.0.1 tos 0x10 ttl 7 dev eth0
				10.51.0.0/16 encap ip6 id 4294967295 dst 2001:db8::1 src 2001:db8::2 tc 0x20 hoplimit 9 dev eth0
				10.52.0.0/16 encap ip dst 10.0.0.1 dev eth0
				2001:db8:5::/48 encap ip6 id 5 dst 2001:db8::1 dev eth0
				2001:db8:6::/48 encap ip id 6 dst 10.0.0.1 ttl 255 dev eth0
			}
			""";

	@Test
	void wrapPacketsAsThoseOfKeepalived() throws Exception {
		String before = shown(network.a);
		KeepalivedProcess keepalived = network.keepalived(network.a, """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					version 3
					advert_int 0.1
					virtual_ipaddress {
						10.9.0.100/24
					}
				""" + WRAPPED_ROUTES + "}\n");
		awaitMaster(keepalived.process(), 0);
		LiveNetwork.await("keepalived's last route", () -> shown(network.a).contains("2001:db8:6::/48"));
		String expected = shown(network.a);
		keepalived.process().terminate();
		keepalived.process().awaitEnd(LIMIT);
		HostProcess kaconf = network.kaconf(network.a, fast(100).routes(wrappedRoutes()).build());
		awaitMaster(kaconf, 0);
		LiveNetwork.await("our last route", () -> shown(network.a).contains("2001:db8:6::/48"));
		assertThat(shown(network.a)).isEqualTo(expected).contains("encap ip id 1 ", "encap ip6 id 4294967295 ");
		kaconf.terminate();
		assertThat(kaconf.awaitEnd(LIMIT)).isZero();
		assertThat(shown(network.a)).isEqualTo(before);
	}

	/** keepalived 2.2.7 sets such next hops without their encapsulation, and cuts ids to 32 bits. */
	@Test
	void wrapPacketsOfSeveralNextHopsAsWritten() throws Exception {
		RouteDraft several = new RouteDraft("10.53.0.0/16");
		several.nextHops = List.of(new NextHop(GATEWAY, null, 2, false, null, tunnel(Kind.IP, "18446744073709551615", "10.0.0.2", null, null, null)),
				new NextHop(IpAddress.of("10.9.0.253"), null, 1, false, null, tunnel(Kind.IP, "3", "10.0.0.3", null, null, null)));
		HostProcess kaconf = network.kaconf(network.a, fast(100).routes(List.of(several.build())).build());
		awaitMaster(kaconf, 0);
		LiveNetwork.await("the route", () -> shown(network.a).contains("10.53.0.0/16"));
		assertThat(shown(network.a)).contains("encap ip id 18446744073709551615 src 0.0.0.0 dst 10.0.0.2 ttl 0 tos 0 via 10.9.0.254 dev eth0 weight 2",
				"encap ip id 3 src 0.0.0.0 dst 10.0.0.3 ttl 0 tos 0 via 10.9.0.253 dev eth0 weight 1");
	}

	@Test
	void areRemovedWhenAKilledDaemonHasLeftThem() throws Exception {
		String before = shown(network.a);
		HostProcess killed = network.kaconf(network.a, fast(100).routes(routes()).rules(rules()).build());
		awaitMaster(killed, 0);
		LiveNetwork.await("our rules", () -> network.a.run("ip", "rule").contains("200:"));
		killed.kill();
		killed.awaitEnd(LIMIT);
		assertThat(shown(network.a)).isNotEqualTo(before);
		HostProcess again = network.kaconf(network.a, instance(100).advertInterval(Duration.ofSeconds(200)).routes(routes()).rules(rules()).build());
		again.await("Startup complete", 0, LIMIT);
		LiveNetwork.await("nothing is left", () -> shown(network.a).equals(before));
	}

	@Test
	void areSetAgainWhenSomebodyRemovesThem() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(100).routes(routes()).rules(rules()).build());
		awaitMaster(a, 0);
		LiveNetwork.await("our rules", () -> network.a.run("ip", "rule").contains("200:"));
		String expected = shown(network.a);
		network.a.run("ip", "route", "del", "10.21.0.0/16", "dev", "eth0");
		a.await("(VI_1) route 10.21.0.0/16 dev eth0 was removed by somebody else, setting it again", 0, LIMIT);
		network.a.run("ip", "rule", "del", "priority", "102");
		a.await("(VI_1) rule from 10.32.0.0/16 priority 102 was removed by somebody else, setting it again", 0, LIMIT);
		assertThat(shown(network.a)).isEqualTo(expected);
	}

	@Test
	void aNodeMayHaveThemAlways() throws Exception {
		String before = shown(network.a);
		VirtualAddress address = VirtualAddress.of("192.0.2.7/24");
		RouteDraft draft = new RouteDraft("10.40.0.0/16").via(IpAddress.of("192.0.2.1"), "eth0");
		List<RoutingRule> rules = List.of(rule("10.41.0.0/16", null, 300, Action.TABLE, "1000"));
		Node node = new Node("a", List.of(), Globals.DEFAULT, List.of(), List.of(), List.of(), List.of(), List.of(instance(100).advertInterval(Duration.ofSeconds(200)).build()),
				List.of(), List.of(address), List.of(draft.build()), rules, List.of(), List.of(), List.of(), null);
		HostProcess a = network.kaconf(network.a, node);
		a.await("Startup complete", 0, LIMIT);
		assertThat(network.a.hasAddress("192.0.2.7/24")).isTrue();
		assertThat(shown(network.a)).contains("10.40.0.0/16 via 192.0.2.1", "from 10.41.0.0/16 lookup 1000");
		network.a.run("ip", "route", "del", "10.40.0.0/16");
		a.await("static route 10.40.0.0/16 via 192.0.2.1 dev eth0 was removed by somebody else, setting it again", 0, LIMIT);
		network.a.run("ip", "address", "del", "192.0.2.7/24", "dev", "eth0");
		a.await("static address 192.0.2.7/24 was removed by somebody else, setting it again", 0, LIMIT);
		network.a.run("ip", "link", "set", "eth0", "down");
		network.a.run("ip", "link", "set", "eth0", "up");
		LiveNetwork.await("the route is back", () -> network.a.run("ip", "route").contains("10.40.0.0/16"));
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(network.a.hasAddress("192.0.2.7/24")).isFalse();
		assertThat(shown(network.a)).isEqualTo(before);
	}

	@Test
	void aNameThatTheHostDoesNotKnowIsRefused() throws Exception {
		RouteDraft draft = new RouteDraft("10.20.0.0/16").via(GATEWAY, "eth0");
		draft.table = "blue";
		HostProcess a = network.kaconf(network.a, fast(100).routes(List.of(draft.build())).build());
		assertThat(a.awaitEnd(LIMIT)).isEqualTo(ExitCode.CONFIGURATION.number());
		assertThat(a.lines()).anyMatch(line -> line.text()
				.contains("vrrp_instance VI_1: there is no routing table blue on this host; write its number or add it to /etc/iproute2/rt_tables"));
	}
}

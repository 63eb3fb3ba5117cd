package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;
import static org.kaconf.runtime.live.LiveNetwork.node;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NextHop;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetrics;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** What a master does when somebody else removes what it has set, and what keepalived does: the two differ, and both as docs/runtime.md says. */
@LiveTest
class SomebodyElseTest extends OnLiveNetwork {
	private static final String LOOSE = "10.9.0.101/24";
	private static final AddressOptions UNTRACKED = new AddressOptions(false, false, false, false, false, null, false, false, null);

	/** A thing of a master. @param remove arguments of ip(8) */
	private record Thing(String name, List<String> remove, String listing, String shown) {
		boolean isOn(NetworkHost host) throws IOException {
			return host.run(listing.split(" ")).contains(shown);
		}

		void remove(NetworkHost host) throws IOException {
			host.run(Stream.concat(Stream.of("ip"), remove.stream()).toArray(String[]::new));
		}

		@Override
		public String toString() {
			return name;
		}
	}

	private static final Thing ADDRESS = new Thing("address", List.of("address", "del", LiveNetwork.VIRTUAL_PREFIX, "dev", "eth0"), "ip address show dev eth0",
			"inet " + LiveNetwork.VIRTUAL_PREFIX);
	private static final Thing ROUTE = new Thing("route", List.of("route", "del", "10.20.0.0/16"), "ip route", "10.20.0.0/16");
	private static final Thing RULE = new Thing("rule", List.of("rule", "del", "priority", "102"), "ip rule", "102:");
	private static final Thing LOOSE_ADDRESS = new Thing("address with no_track", List.of("address", "del", LOOSE, "dev", "eth0"), "ip address show dev eth0", "inet " + LOOSE);

	static Stream<Arguments> things() {
		return Stream.of(ADDRESS, ROUTE, RULE).map(Arguments::of);
	}

	private HostProcess kaconf() throws Exception {
		VirtualAddress loose = new VirtualAddress(IpPrefix.of(LOOSE), null, null, null, null, null, UNTRACKED, null);
		Route route = new Route(Family.IPV4, "unicast", IpPrefix.of("10.20.0.0/16"), null, null, null, null, null, null, null, null, new NextHop(null, "eth0", 1, false, null, null),
				List.of(), RouteMetrics.NONE, null, null, null, Route.Insertion.PREPEND, true, null, null);
		RoutingRule rule = new RoutingRule(Family.IPV4, false, IpPrefix.of("10.32.0.0/16"), null, 102, RoutingRule.Action.PROHIBIT, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, true, null, null);
		HostProcess a = network.kaconf(network.a, node(network.a, fast(100).virtualAddresses(List.of(VirtualAddress.of(LiveNetwork.VIRTUAL_PREFIX), loose)).routes(List.of(route))
				.rules(List.of(rule)).build()));
		awaitMaster(a, 0);
		LiveNetwork.await("the rule", () -> RULE.isOn(network.a));
		return a;
	}

	private HostProcess keepalived() throws Exception {
		HostProcess a = network.keepalived(network.a, """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					version 3
					advert_int 0.1
					virtual_ipaddress {
						10.9.0.100/24
						10.9.0.101/24 no_track
					}
					virtual_routes {
						10.20.0.0/16 dev eth0
					}
					virtual_rules {
						from 10.32.0.0/16 priority 102 prohibit
					}
				}
				""").process();
		awaitMaster(a, 0);
		LiveNetwork.await("the rule", () -> RULE.isOn(network.a));
		return a;
	}

	private List<Frame> farewells(long since) {
		return network.capture.frames(f -> f.nanos() > since && f.isAdvert(VRID, ADDRESS_A) && f.priority() == 0);
	}

	@ParameterizedTest
	@MethodSource("things")
	void keepalivedSaysGoodbyeAndIsElectedAnew(Thing thing) throws Exception {
		HostProcess a = keepalived();
		int from = a.position();
		long since = System.nanoTime();
		thing.remove(network.a);
		awaitBackup(a, from);
		awaitMaster(a, from);
		LiveNetwork.await(thing + " again", () -> thing.isOn(network.a));
		assertThat(farewells(since)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("things")
	void kaconfStaysMasterAndSetsItAgain(Thing thing) throws Exception {
		HostProcess a = kaconf();
		int from = a.position();
		long since = System.nanoTime();
		thing.remove(network.a);
		a.await("was removed by somebody else, setting it again", from, LIMIT);
		LiveNetwork.await(thing + " again", () -> thing.isOn(network.a));
		long now = System.nanoTime();
		network.capture.await(3, f -> f.nanos() > now && f.isAdvert(VRID, ADDRESS_A) && f.priority() == 100, LIMIT);
		assertThat(farewells(since)).isEmpty();
		assertThat(a.lines().subList(from, a.position())).noneMatch(line -> line.text().contains("Entering"));
	}

	/** After the loose address another one is removed: once that is dealt with, so is what came before. */
	@Test
	void neitherMindsAnAddressThatIsNotTracked() throws Exception {
		HostProcess theirs = keepalived();
		int from = theirs.position();
		LOOSE_ADDRESS.remove(network.a);
		long since = System.nanoTime();
		network.capture.await(3, f -> f.nanos() > since && f.isAdvert(VRID, ADDRESS_A) && f.priority() == 100, LIMIT);
		assertThat(LOOSE_ADDRESS.isOn(network.a)).isFalse();
		assertThat(theirs.lines().subList(from, theirs.position())).noneMatch(line -> line.text().contains("Entering"));
		theirs.terminate();
		theirs.awaitEnd(LIMIT);

		HostProcess ours = kaconf();
		from = ours.position();
		LOOSE_ADDRESS.remove(network.a);
		ADDRESS.remove(network.a);
		ours.await(LiveNetwork.VIRTUAL_PREFIX + " was removed by somebody else, setting it again", from, LIMIT);
		LiveNetwork.await("the address again", () -> ADDRESS.isOn(network.a));
		assertThat(LOOSE_ADDRESS.isOn(network.a)).isFalse();
		assertThat(ours.lines().subList(from, ours.position())).noneMatch(line -> line.text().contains("Entering"));
	}
}

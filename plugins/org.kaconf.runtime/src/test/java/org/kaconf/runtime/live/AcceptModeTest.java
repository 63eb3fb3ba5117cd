package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;
import static org.kaconf.runtime.live.LiveNetwork.holdsVirtual;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.HostProcess;

/** Addresses that a master holds and does not answer for: no_accept. */
@LiveTest
class AcceptModeTest extends OnLiveNetwork {
	private static final String GLOBAL = "2001:db8::100";
	private static final String LINK_LOCAL = "fe80::100";

	private static InstanceBuilder restricted(int priority) {
		return fast(priority).accept(false);
	}

	private void assertAnswers(String address, boolean answers) throws Exception {
		assertThat(Neighbour.answers(network.b, IpAddress.of(address))).as("%s answers", address).isEqualTo(answers);
	}

	@Test
	void aMasterDoesNotAnswerForItsAddress() throws Exception {
		HostProcess a = network.kaconf(network.a, restricted(100).build());
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		assertThat(network.a.run("nft", "list", "table", "inet", "keepalived")).contains(VIRTUAL.toString(), "ip daddr @ipv4 drop", "ip saddr @ipv4 drop");
		assertAnswers(VIRTUAL.toString(), false);
		assertThat(network.b.run("ip", "neighbour", "show", VIRTUAL.toString())).as("ARP is answered").contains(network.a.hardwareAddress());
		assertAnswers(ADDRESS_A.toString(), true);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(network.a.run("nft", "list", "ruleset")).isEmpty();
	}

	@Test
	void overIpv6ItIsStillANeighbour() throws Exception {
		Instance ipv6 = restricted(100).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6)
				.virtualAddresses(List.of(VirtualAddress.of(LINK_LOCAL + "/64"), VirtualAddress.of(GLOBAL + "/64"))).build();
		network.b.run("ip", "address", "add", "2001:db8::2/64", "dev", "eth0", "nodad");
		HostProcess a = network.kaconf(network.a, ipv6);
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> network.a.hasAddress(GLOBAL + "/64"));
		String table = network.a.run("nft", "list", "table", "inet", "keepalived");
		assertThat(table).contains(GLOBAL, LINK_LOCAL + " . \"eth0\"", "icmpv6 type nd-neighbor-solicit accept", "ip6 daddr . iif @link drop");
		assertAnswers(GLOBAL, false);
		assertAnswers(LINK_LOCAL, false);
		assertThat(network.b.run("ip", "neighbour", "show", GLOBAL)).contains(network.a.hardwareAddress());
		assertAnswers(LiveNetwork.LINK_LOCAL_A.toString(), true);
	}

	@Test
	void theOwnerAnswersAlways() throws Exception {
		HostProcess a = network.kaconf(network.a, restricted(255).virtualAddresses(List.of(VirtualAddress.of(ADDRESS_A + "/24"))).build());
		awaitMaster(a, 0);
		assertAnswers(ADDRESS_A.toString(), true);
		assertThat(network.a.run("nft", "list", "ruleset")).isEmpty();
	}

	/** The kernel removes them with the socket. */
	@Test
	void aKilledDaemonLeavesNoRules() throws Exception {
		HostProcess a = network.kaconf(network.a, restricted(100).build());
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		a.kill();
		a.awaitEnd(LIMIT);
		assertThat(network.a.run("nft", "list", "ruleset")).isEmpty();
	}
}

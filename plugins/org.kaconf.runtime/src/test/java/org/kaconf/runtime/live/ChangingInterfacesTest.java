package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfaceOptions;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.network.HostProcess;

/** Interfaces and addresses that come late, go, change and come again. */
@LiveTest
class ChangingInterfacesTest extends OnLiveNetwork {
	private static Node node(InterfacePolicy policy, List<NodeAddress> addresses, List<InterfaceSettings> settings, InstanceBuilder... instances) {
		Globals g = Globals.DEFAULT;
		Globals globals = new Globals(g.routerId(), g.scriptSecurity(), g.scriptUser(), g.scriptGroup(), g.mail(), g.networkNamespace(), g.notifyFifo(), g.vrrpFifo(),
				g.fifoStatesOnReload(), g.startupDelay(), g.startupScript(), g.shutdownScript(), g.logUnknownVrids(), policy, g.receiveBuffers(), g.firewall(), g.process(), null);
		return new Node("a", addresses, globals, List.of(), List.of(), List.of(), List.of(), List.of(instances).stream().map(InstanceBuilder::build).toList(), List.of(), List.of(),
				List.of(), List.of(), List.of(), settings, List.of(), null);
	}

	private static InterfacePolicy dynamic() {
		InterfacePolicy d = InterfacePolicy.DEFAULT;
		return new InterfacePolicy(true, d.changesAllowed(), d.noLocalIgmp(), d.defaultInterface(), d.vmacPrefix(), d.vmacAddressPrefix());
	}

	private void addPair(String name) throws Exception {
		network.a.run("ip", "link", "add", name, "type", "veth", "peer", "name", name + "p");
		network.a.run("ip", "link", "set", name + "p", "up");
		network.a.run("ip", "address", "add", "10.9.0.77/24", "dev", name);
		network.a.run("ip", "link", "set", name, "up");
	}

	private String addresses(String name) throws IOException {
		return network.a.run("ip", "-o", "address", "show", "dev", name);
	}

	@Test
	void mayNotBeThereYetAndComeWithAVmac() throws Exception {
		HostProcess a = network.kaconf(network.a, node(dynamic(), List.of(), List.of(), fast(100).interfaceName("v0"),
				fast(100).name("VI_2").interfaceName("v1").virtualRouterId(52).vmac(Vmac.DEFAULT).virtualAddresses(List.of(VirtualAddress.of("10.9.0.102/24")))));
		a.await("Startup complete", 0, LIMIT);
		addPair("v0");
		awaitMaster(a, 0);
		LiveNetwork.await("the address", () -> addresses("v0").contains(VIRTUAL.toString()));
		addPair("v1");
		a.await("(VI_2) Entering MASTER STATE", 0, LIMIT);
		LiveNetwork.await("the address", () -> addresses("vrrp.52").contains("10.9.0.102"));
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(network.a.run("ip", "-o", "link")).doesNotContain("vrrp.52");
		assertThat(addresses("v0")).doesNotContain(VIRTUAL.toString());
	}

	@Test
	void theAddressThatIsSentFromMayChangeAndComeLate() throws Exception {
		network.a.run("ip", "address", "del", ADDRESS_A + "/24", "dev", "eth0");
		HostProcess a = network.kaconf(network.a, fast(100).build());
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		network.a.run("ip", "address", "add", "10.9.0.3/24", "dev", "eth0");
		awaitMaster(a, 0);
		network.capture.await(1, f -> f.isAdvert(VRID, IpAddress.of("10.9.0.3")), LIMIT);
		network.a.run("ip", "address", "add", "10.8.0.4/24", "dev", "eth0");
		network.a.run("ip", "address", "del", "10.9.0.3/24", "dev", "eth0");
		network.capture.await(1, f -> f.isAdvert(VRID, IpAddress.of("10.8.0.4")), LIMIT);
	}

	@Test
	void anIpv6AddressCountsWhenItsDuplicateIsRuledOut() throws Exception {
		network.a.run("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1");
		network.a.run("sysctl", "-qw", "net.ipv6.conf.eth0.accept_dad=1", "net.ipv6.conf.eth0.dad_transmits=1");
		HostProcess a = network.kaconf(network.a, fast(100).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6)
				.virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"))).build());
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		network.a.run("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=0");
		awaitMaster(a, 0);
		network.capture.await(1, f -> f.isAdvert(VRID, LiveNetwork.LINK_LOCAL_A), LIMIT);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("cannot"));
	}

	@Test
	void aChangedSizeOfFramesChangesNothing() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(100).build());
		awaitMaster(a, 0);
		int from = a.position();
		long before = network.status(network.a).instances().getFirst().counters().advertsSent();
		network.a.run("ip", "link", "set", "eth0", "mtu", "1400");
		network.a.run("ip", "link", "set", "eth0", "address", "02:00:00:00:00:99");
		LiveNetwork.await("adverts go on", () -> network.status(network.a).instances().getFirst().counters().advertsSent() > before + 5);
		assertThat(a.lines().subList(from, a.position())).noneMatch(line -> line.text().contains("STATE"));
	}

	@Test
	void aLinkThatComesBackInTimeWasNeverDown() throws Exception {
		InterfaceSettings slow = new InterfaceSettings("eth0", Duration.ofSeconds(8), Duration.ofSeconds(1), InterfaceSettings.Linkbeat.MII, null);
		HostProcess a = network.kaconf(network.a, node(InterfacePolicy.DEFAULT, List.of(), List.of(slow), fast(100)));
		awaitMaster(a, 0);
		assertThat(a.lines()).anyMatch(line -> line.text().contains("(eth0): linkbeat is not needed"));
		int from = a.position();
		network.a.setCable(false);
		LiveNetwork.await("the link is down", () -> network.a.run("ip", "link", "show", "dev", "eth0").contains("NO-CARRIER"));
		network.a.setCable(true);
		LiveNetwork.await("the link is up", () -> !network.a.run("ip", "link", "show", "dev", "eth0").contains("NO-CARRIER"));
		network.a.setCable(false);
		a.await("(VI_1) Entering FAULT STATE", from, LIMIT);
		assertThat(a.lines().subList(from, a.position()).stream().filter(line -> line.text().contains("Netlink reports eth0")).toList()).hasSize(1);
		network.a.setCable(true);
		awaitMaster(a, from);
	}

	@Test
	void aDownLinkMayBeNoFault() throws Exception {
		InterfaceOptions untracked = new InterfaceOptions(null, false, false, false, false, null);
		HostProcess a = network.kaconf(network.a, fast(100).interfaceOptions(untracked).build());
		awaitMaster(a, 0);
		int from = a.position();
		network.a.setCable(false);
		a.await("Netlink reports eth0 down", from, LIMIT);
		network.a.setCable(true);
		a.await("Netlink reports eth0 up", from, LIMIT);
		assertThat(a.lines().subList(from, a.position())).noneMatch(line -> line.text().contains("STATE"));
	}

	@Test
	void aSourceAddressMayHaveToBeThere() throws Exception {
		InterfaceOptions source = new InterfaceOptions(null, true, true, false, false, null);
		HostProcess a = network.kaconf(network.a, fast(100).interfaceOptions(source).sourceAddress(IpAddress.of("10.9.0.7")).build());
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		network.a.run("ip", "address", "add", "10.9.0.7/24", "dev", "eth0");
		awaitMaster(a, 0);
		int from = a.position();
		network.a.run("ip", "address", "del", "10.9.0.7/24", "dev", "eth0");
		a.await("(VI_1) Entering FAULT STATE", from, LIMIT);
	}

	@Test
	void aFileForAnotherMachineIsRefused() throws Exception {
		NodeAddress other = new NodeAddress(IpPrefix.of("10.9.0.2/24"), "eth0", null);
		HostProcess a = network.kaconf(network.a, node(InterfacePolicy.DEFAULT, List.of(other), List.of(), fast(100)));
		assertThat(a.awaitEnd(LIMIT)).isEqualTo(ExitCode.INTERFACE.number());
		assertThat(a.lines()).anyMatch(line -> line.text().contains("this machine has no address of node a (10.9.0.2): use the file that was generated for this machine"));
		NodeAddress own = new NodeAddress(IpPrefix.of(ADDRESS_A + "/24"), "eth0", null);
		awaitMaster(network.kaconf(network.a, node(InterfacePolicy.DEFAULT, List.of(other, own), List.of(), fast(100))), 0);
	}

	/** Whatever happens to the interface, the end leaves nothing. */
	@Test
	void manyChangesInARowLeakNothing() throws Exception {
		addPair("v0");
		HostProcess a = network.kaconf(network.a, fast(100).interfaceName("v0").vmac(Vmac.DEFAULT).build());
		awaitMaster(a, 0);
		int files = Path.of("/proc", Long.toString(a.pid()), "fd").toFile().list().length;
		for (int i = 0; i < 10; i++) {
			int from = a.position();
			network.a.run("ip", "link", "set", "v0p", "down");
			network.a.run("ip", "link", "del", "v0");
			a.await("(VI_1) Entering FAULT STATE", from, LIMIT);
			addPair("v0");
			awaitMaster(a, from);
		}
		assertThat(Path.of("/proc", Long.toString(a.pid()), "fd").toFile().list()).hasSize(files);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(network.a.run("ip", "-o", "link")).doesNotContain("vrrp");
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_B;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.holdsVirtual;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.Daemon;
import org.kaconf.runtime.DaemonOptions;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;

/** What configurations may ask for besides the plain case. */
@LiveTest
class ConfigurationsTest {
	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private static InstanceBuilder fast(int priority) {
		return instance(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100));
	}

	@Test
	void addressesHaveScopeLabelAndBroadcast() throws Exception {
		VirtualAddress plain = VirtualAddress.of("10.9.0.100/24");
		VirtualAddress special = new VirtualAddress(IpPrefix.of("10.9.1.7/24"), null, "link", "eth0:1", "+", null, null);
		VirtualAddress excluded = VirtualAddress.of("2001:db8::7/64");
		HostProcess a = network.kaconf(network.a, fast(100).virtualAddresses(List.of(plain, special)).excludedAddresses(List.of(excluded)).build());
		awaitMaster(a, 0);
		LiveNetwork.await("all addresses", () -> network.a.run("ip", "-o", "address", "show", "dev", "eth0").contains("2001:db8::7/64"));
		String shown = network.a.run("ip", "-o", "address", "show", "dev", "eth0");
		assertThat(shown).contains("inet 10.9.0.100/24 scope global secondary eth0\\").contains("inet 10.9.1.7/24 brd 10.9.1.255 scope link eth0:1\\");
		network.capture.await(5, f -> f.isGratuitousArp(IpAddress.of("10.9.1.7")), LIMIT);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(network.a.run("ip", "-o", "address", "show", "dev", "eth0")).doesNotContain("10.9.0.100").doesNotContain("10.9.1.7").doesNotContain("2001:db8::7");
	}

	@Test
	void unicastPeersMayBeKeepalived() throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 101
					version 3
					advert_int 0.1
					unicast_src_ip 10.9.0.1
					unicast_peer {
						10.9.0.2
					}
					virtual_ipaddress {
						10.9.0.100/24
					}
				}
				""");
		HostProcess kaconf = network.kaconf(network.b, fast(100).sourceAddress(ADDRESS_B).unicastPeers(List.of(new UnicastPeer(ADDRESS_A, null, null, null))).build());
		awaitMaster(keepalived.process(), 0);
		awaitBackup(kaconf, 0);
		LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 101);
		int from = kaconf.position();
		keepalived.crash();
		awaitMaster(kaconf, from);
		KeepalivedProcess again = network.keepalived(network.a, "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority 99\n version 3\n advert_int 0.1\n unicast_src_ip 10.9.0.1\n"
				+ " unicast_peer {\n 10.9.0.2\n }\n virtual_ipaddress {\n 10.9.0.100/24\n }\n}\n");
		awaitBackup(again.process(), 0);
		int farewell = again.process().position();
		kaconf.terminate();
		again.process().await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
		assertThat(network.capture.frames(f -> f.isVrrp())).as("multicast").isEmpty();
	}

	@Test
	void membersOfASyncGroupMoveTogether() throws Exception {
		Path broken = folder.resolve("broken");
		Path check = Files.writeString(folder.resolve("check"), "#!/bin/sh\ntest ! -e '" + broken + "'\n");
		Path calls = folder.resolve("calls");
		Path notify = Files.writeString(folder.resolve("notify"), "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
		assertThat(check.toFile().setExecutable(true) && notify.toFile().setExecutable(true)).isTrue();
		Script script = new Script("chk", Command.of(check.toString()), null, Duration.ofMillis(200), Duration.ofMillis(400), 1, 1, 0, false, false, null);
		Notify any = new Notify(null, null, null, null, Command.of(notify.toString()));
		SyncGroup group = new SyncGroup("G", List.of("VI_1", "VI_2"), any, null);
		Instance one = fast(101).syncGroup("G").trackedScripts(List.of(new TrackedScript("chk", 0, false, null))).build();
		Instance two = Instance.builder("VI_2").interfaceName("eth0").virtualRouterId(52).priority(101).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100))
				.virtualAddresses(List.of(VirtualAddress.of("10.9.0.101/24"))).syncGroup("G").build();
		HostProcess a = network.kaconf(network.a, new Node("a", List.of(), Globals.DEFAULT, List.of(script), List.of(one, two), List.of(group), null));
		a.await("(VI_2) Entering MASTER STATE", 0, LIMIT);
		awaitMaster(a, 0);
		int from = a.position();
		Files.createFile(broken);
		a.await("(VI_1) Entering FAULT STATE", from, LIMIT);
		a.await("(VI_2) Entering FAULT STATE", from, LIMIT);
		LiveNetwork.await("no address", () -> !holdsVirtual(network.a) && !network.a.hasAddress("10.9.0.101/24"));
		int back = a.position();
		Files.delete(broken);
		a.await("(VI_2) Entering MASTER STATE", back, LIMIT);
		awaitMaster(a, back);
		LiveNetwork.await("the group's notifications", () -> Files.exists(calls) && Files.readString(calls).contains("GROUP G FAULT 0"));
		assertThat(calls).content().contains("GROUP G MASTER 0");
	}

	@Test
	void anInterfaceMayComeLateGoAndComeAgain() throws Exception {
		network.a.setCable(false);
		HostProcess a = network.kaconf(network.a, fast(100).build());
		a.await("(VI_1) Entering FAULT STATE (init)", 0, LIMIT);
		network.a.setCable(true);
		awaitMaster(a, 0);
		// A pair of interfaces inside of the host, so that one can be removed and made anew under another index.
		HostProcess b = addPairAndStart();
		awaitMaster(b, 0);
		int from = b.position();
		network.b.run("ip", "link", "del", "v0");
		b.await("Netlink reports v0 down", from, LIMIT);
		b.await("(VI_1) Entering FAULT STATE", from, LIMIT);
		int back = b.position();
		addPair();
		awaitMaster(b, back);
		LiveNetwork.await("the address on the new interface", () -> network.b.run("ip", "-o", "address", "show", "dev", "v0").contains(VIRTUAL.toString()));
		long before = network.status(network.b).instances().getFirst().counters().advertsSent();
		LiveNetwork.await("adverts on the new interface", () -> network.status(network.b).instances().getFirst().counters().advertsSent() > before);
	}

	/** It keeps its index then, but not what sockets have joined on it. */
	@Test
	void anInterfaceMayMoveToAnotherNamespaceAndBack() throws Exception {
		HostProcess b = addPairAndStart();
		awaitMaster(b, 0);
		String index = network.b.run("cat", "/sys/class/net/v0/ifindex");
		network.b.run("ip", "link", "set", "v0", "netns", network.a.namespace());
		b.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		int back = b.position();
		network.a.run("ip", "link", "set", "v0", "netns", network.b.namespace());
		network.b.run("ip", "address", "add", "10.9.0.77/24", "dev", "v0");
		network.b.run("ip", "link", "set", "v0", "up");
		awaitMaster(b, back);
		assertThat(network.b.run("cat", "/sys/class/net/v0/ifindex")).isEqualTo(index);
		LiveNetwork.await("the multicast group", () -> network.b.run("ip", "maddress", "show", "dev", "v0").contains(Instance.MULTICAST_IPV4.toString()));
	}

	@Test
	void anInterfaceMayJoinABridgeAndLeaveIt() throws Exception {
		HostProcess b = addPairAndStart();
		awaitMaster(b, 0);
		int from = b.position();
		network.b.run("ip", "link", "add", "br0", "type", "bridge");
		network.b.run("ip", "link", "set", "v0", "master", "br0");
		network.b.run("ip", "link", "set", "v0", "nomaster");
		network.b.run("ip", "link", "set", "v1", "down");
		b.await("(VI_1) Entering FAULT STATE", from, LIMIT);
		assertThat(b.lines().subList(from, b.position())).filteredOn(line -> line.text().contains("Netlink reports v0")).hasSize(1);
	}

	@Test
	void aMasterKeepsItsAddressesWhoeverRemovesThem() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(100).build());
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		network.a.run("ip", "address", "del", VIRTUAL + "/24", "dev", "eth0");
		a.await("(VI_1) " + VIRTUAL + "/24 was removed by somebody else, setting it again", 0, LIMIT);
		LiveNetwork.await("the address on a again", () -> holdsVirtual(network.a));
		// Its own removal is none of somebody else.
		int from = a.position();
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(a.lines().subList(from, a.position())).noneMatch(line -> line.text().contains("somebody else"));
		assertThat(holdsVirtual(network.a)).isFalse();
	}

	/** As soon as there is something that it could leave behind. */
	@Test
	void aDaemonThatIsStoppedWhileItStartsLeavesNothing() throws Exception {
		Path pidFile = folder.resolve("a.pid");
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, fast(100).build()), "-p", pidFile.toString());
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!Files.exists(pidFile) && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		a.terminate();
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(pidFile).doesNotExist();
		assertThat(network.socket(network.a)).doesNotExist();
		assertThat(holdsVirtual(network.a)).isFalse();
	}

	private void addPair() throws Exception {
		network.b.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
		network.b.run("ip", "link", "set", "v1", "up");
		network.b.run("ip", "address", "add", "10.9.0.77/24", "dev", "v0");
		network.b.run("ip", "link", "set", "v0", "up");
	}

	private HostProcess addPairAndStart() throws Exception {
		addPair();
		return network.kaconf(network.b, fast(100).interfaceName("v0").build());
	}

	@Test
	void theOwnerOfTheAddressIsMasterAtOnce() throws Exception {
		VirtualAddress own = VirtualAddress.of(ADDRESS_A + "/24");
		HostProcess a = network.kaconf(network.a, instance(255).initialState(InitialState.MASTER).virtualAddresses(List.of(own)).build());
		awaitMaster(a, 0);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("BACKUP"));
		// Not before: a machine that holds an address hears nobody who sends from it.
		HostProcess b = network.kaconf(network.b, instance(254).virtualAddresses(List.of(own)).build());
		awaitBackup(b, 0);
		LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 255);
	}

	@Test
	void aTrackedInterfaceLowersThePriority() throws Exception {
		addPair();
		HostProcess b = network.kaconf(network.b, fast(100).trackedInterfaces(List.of(new TrackedInterface("v0", -10, false, null))).build());
		awaitMaster(b, 0);
		network.b.run("ip", "link", "set", "v1", "down");
		b.await("(VI_1) Changing effective priority from 100 to 90", 0, LIMIT);
		network.b.run("ip", "link", "set", "v1", "up");
		b.await("(VI_1) Changing effective priority from 90 to 100", 0, LIMIT);
	}

	@Test
	void aDaemonMayRunInsideAnotherProgram() throws Exception {
		ByteArrayOutputStream log = new ByteArrayOutputStream();
		DaemonOptions options = new DaemonOptions(new PrintStream(log, true, StandardCharsets.UTF_8), true, null, network.socket(network.a), false);
		Daemon daemon = new Daemon(options, LiveNetwork.node(network.a, fast(100).build()));
		CompletableFuture<Void> ended = new CompletableFuture<>();
		Thread.ofPlatform().start(() -> {
			try {
				ThreadIdentity.enterNetworkNamespace(network.a.namespace());
				daemon.run();
				ended.complete(null);
			} catch (Exception e) {
				ended.completeExceptionally(e);
			}
		});
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		assertThat(network.status(network.a).pid()).isEqualTo(ProcessHandle.current().pid());
		daemon.stop();
		ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		assertThat(log.toString(StandardCharsets.UTF_8)).contains("(VI_1) Entering MASTER STATE", "(VI_1) sent 0 priority", "Stopped Kaconf");
		assertThat(holdsVirtual(network.a)).isFalse();
		assertThat(network.socket(network.a)).doesNotExist();
	}
}

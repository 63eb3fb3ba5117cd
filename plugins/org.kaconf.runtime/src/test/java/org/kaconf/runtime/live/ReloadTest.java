package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;

/** SIGHUP. */
@LiveTest
class ReloadTest {
	private static final Duration INTERVAL = Duration.ofMillis(500);

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

	private static InstanceBuilder first(int priority) {
		return instance(priority).version(VrrpVersion.V3).advertInterval(INTERVAL);
	}

	private static InstanceBuilder second() {
		return Instance.builder("VI_2").interfaceName("eth0").virtualRouterId(VRID + 1).priority(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100))
				.virtualAddresses(List.of(VirtualAddress.of("10.9.0.101/24")));
	}

	private Node node(List<Instance> instances, List<SyncGroup> groups, Script... scripts) {
		return new Node("a", List.of(), Globals.DEFAULT, List.of(scripts), instances, groups, null);
	}

	private Node node(Instance... instances) {
		return node(List.of(instances), List.of());
	}

	private void reload(HostProcess a, Node node, String expected) throws Exception {
		int from = a.position();
		network.write(network.a, node);
		a.signal("HUP");
		a.await(expected, from, LIMIT);
	}

	private InstanceStatus status(String name) throws Exception {
		return network.status(network.a).instances().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void anInstanceThatIsUnchangedSendsNoGapOfAdverts() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build()));
		awaitMaster(a, 0);
		for (int i = 0; i < 3; i++) {
			reload(a, node(second().build(), first(100).build()), "Reload complete: VI_2 added");
			a.await("(VI_2) Entering MASTER STATE", a.position() - 1, LIMIT);
			reload(a, node(first(100).build()), "Reload complete: VI_2 removed");
			reload(a, node(first(100).build()), "Reload complete: nothing has changed");
		}
		int sent = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).size();
		List<Frame> adverts = network.capture.await(sent + 2, f -> f.isAdvert(VRID, ADDRESS_A), LIMIT);
		assertThat(network.standstills.longestGap(adverts)).isLessThan(INTERVAL.toNanos() * 2);
		assertThat(adverts).extracting(Frame::priority).containsOnly(100);
		assertThat(status("VI_1").counters().becameMaster()).isOne();
		assertThat(status("VI_1").transitions()).hasSize(2);
	}

	/** As under nohup, and by shells that put programs into the background. */
	@Test
	void signalsThatTheStarterIgnoresAreHeard() throws Exception {
		HostProcess a = network.kaconfAfter(List.of("env", "--ignore-signal=HUP,TERM"), network.a, node(first(100).build()));
		awaitMaster(a, 0);
		reload(a, node(first(100).build()), "Reload complete: nothing has changed");
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
	}

	@Test
	void aChangedInstanceStaysMasterWithItsNewPriorityAndAddresses() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build()));
		awaitMaster(a, 0);
		VirtualAddress other = VirtualAddress.of("10.9.0.110/24");
		reload(a, node(first(120).virtualAddresses(List.of(other)).build()), "Reload complete: VI_1 changed");
		network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_A) && f.priority() == 120, LIMIT);
		network.capture.await(1, f -> f.announces(other.address()), LIMIT);
		LiveNetwork.await("the other address", () -> network.a.hasAddress("10.9.0.110/24") && !LiveNetwork.holdsVirtual(network.a));
		assertThat(status("VI_1").state()).isEqualTo("MASTER");
		assertThat(status("VI_1").counters().becameMaster()).isOne();
		assertThat(network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A) && f.priority() == 0)).isEmpty();
	}

	@Test
	void aRemovedInstanceSaysGoodbyeAndNotifiesAFault() throws Exception {
		Path calls = folder.resolve("calls");
		Path notify = script("notify", "echo \"$@\" >> '" + calls + "'");
		HostProcess a = network.kaconf(network.a, node(first(100).build(), second().notifyScripts(new Notify(null, null, null, null, Command.of(notify.toString()))).build()));
		a.await("(VI_2) Entering MASTER STATE", 0, LIMIT);
		reload(a, node(first(100).build()), "Reload complete: VI_2 removed");
		network.capture.await(1, f -> f.isAdvert(VRID + 1, ADDRESS_A) && f.priority() == 0, LIMIT);
		LiveNetwork.await("no address of it", () -> !network.a.hasAddress("10.9.0.101/24"));
		LiveNetwork.await("the notification", () -> Files.exists(calls) && Files.readString(calls).contains("INSTANCE VI_2 FAULT 100"));
		assertThat(network.status(network.a).instances()).hasSize(1);
	}

	@Test
	void whatCannotRunIsRefusedAndTheOldGoesOn() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build()));
		awaitMaster(a, 0);
		int from = a.position();
		Files.writeString(folder.resolve("a.json"), "{");
		a.signal("HUP");
		a.await("Reload refused, the configuration from before goes on: ", from, LIMIT);
		reload(a, node(first(100).interfaceName("eth7").build()), "goes on: interface eth7 of vrrp_instance VI_1 does not exist");
		reload(a, new Node("b", List.of(), Globals.DEFAULT, List.of(), List.of(first(100).build()), List.of(), null), "goes on: the configuration is for node b now, this is a");
		assertThat(LiveNetwork.holdsVirtual(network.a)).isTrue();
		assertThat(status("VI_1").state()).isEqualTo("MASTER");
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(LiveNetwork.holdsVirtual(network.a)).isFalse();
	}

	@Test
	void scriptsKeepTheirResults() throws Exception {
		Path check = script("check", "exit 1");
		Script script = new Script("chk", Command.of(check.toString()), null, Duration.ofMillis(200), Duration.ofMillis(200), 1, 1, -5, false, false, null);
		Instance tracking = first(100).trackedScripts(List.of(new TrackedScript("chk", -5, false, null))).build();
		HostProcess a = network.kaconf(network.a, node(List.of(tracking), List.of(), script));
		a.await("(VI_1) Changing effective priority from 100 to 95", 0, LIMIT);
		awaitMaster(a, 0);
		int from = a.position();
		Script slower = new Script("chk", Command.of(check.toString()), null, Duration.ofSeconds(3600), Duration.ofSeconds(1), 1, 5, -5, false, false, null);
		reload(a, node(List.of(tracking, second().trackedScripts(List.of(new TrackedScript("chk", -7, false, null))).build()), List.of(), slower), "Reload complete: VI_2 added");
		assertThat(a.lines().subList(from, a.position())).extracting(HostProcess.Line::text).anyMatch(line -> line.contains("VRRP_Script(chk) considered unsuccessful on reload"));
		assertThat(status("VI_1").priority()).isEqualTo(95);
		assertThat(status("VI_2").priority()).isEqualTo(93);
		reload(a, node(List.of(tracking), List.of(), slower), "Reload complete: VI_2 removed");
		assertThat(a.lines().subList(from, a.position())).extracting(HostProcess.Line::text).noneMatch(line -> line.contains("(VI_1) Changing effective priority"));
	}

	@Test
	void aGroupThatGetsAMemberFollowsIt() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build(), second().build()));
		a.await("(VI_2) Entering MASTER STATE", 0, LIMIT);
		awaitMaster(a, 0);
		SyncGroup group = new SyncGroup("G", List.of("VI_1", "VI_2"), Notify.NONE, null);
		reload(a, node(List.of(first(100).syncGroup("G").build(), second().syncGroup("G").build()), List.of(group)), "Reload complete: VI_1 changed, VI_2 changed");
		assertThat(status("VI_1").state()).isEqualTo("MASTER");
		assertThat(status("VI_2").state()).isEqualTo("MASTER");
		Instance third = Instance.builder("VI_3").interfaceName("eth0").virtualRouterId(60).priority(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100))
				.virtualAddresses(List.of(VirtualAddress.of("10.9.0.102/24"))).syncGroup("G").build();
		SyncGroup larger = new SyncGroup("G", List.of("VI_1", "VI_2", "VI_3"), Notify.NONE, null);
		int from = a.position();
		reload(a, node(List.of(first(100).syncGroup("G").build(), second().syncGroup("G").build(), third), List.of(larger)), "Reload complete: VI_3 added");
		a.await("(VI_1) Entering BACKUP STATE", from, LIMIT);
		a.await("(VI_3) Entering MASTER STATE", from, LIMIT);
		a.await("(VI_1) Entering MASTER STATE", from, LIMIT);
	}

	private Path script(String name, String text) throws Exception {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file;
	}

	@Test
	void aVmacComesAndGoesWithItsInstance() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build()));
		awaitMaster(a, 0);
		reload(a, node(first(100).build(), second().vmac(Vmac.DEFAULT).build()), "Reload complete: VI_2 added");
		a.await("(VI_2) Entering MASTER STATE", a.position() - 1, LIMIT);
		LiveNetwork.await("its address", () -> network.a.run("ip", "-o", "address").contains("10.9.0.101/24 scope global vrrp.52"));
		reload(a, node(first(100).build(), second().vmac(Vmac.DEFAULT).priority(90).build()), "Reload complete: VI_2 changed");
		assertThat(network.a.run("ip", "-o", "address")).contains("10.9.0.101/24 scope global vrrp.52");
		reload(a, node(first(100).build()), "Reload complete: VI_2 removed");
		LiveNetwork.await("it is gone", () -> !network.a.run("ip", "-o", "link").contains("vrrp"));
		assertThat(network.a.run("cat", "/proc/sys/net/ipv4/conf/eth0/arp_ignore").strip()).isEqualTo("0");
		assertThat(status("VI_1").counters().becameMaster()).isOne();
	}

	@Test
	void aMasterMayBeginAndCeaseToAnswerForItsAddress() throws Exception {
		HostProcess a = network.kaconf(network.a, node(first(100).build()));
		awaitMaster(a, 0);
		LiveNetwork.await("the address", () -> LiveNetwork.holdsVirtual(network.a));
		reload(a, node(first(100).accept(false).build()), "Reload complete: VI_1 changed");
		assertThat(network.a.run("nft", "list", "ruleset")).contains(LiveNetwork.VIRTUAL.toString());
		reload(a, node(first(100).build()), "Reload complete: VI_1 changed");
		assertThat(network.a.run("nft", "list", "ruleset")).doesNotContain(LiveNetwork.VIRTUAL.toString());
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_B;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.holdsVirtual;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Authentication;
import org.kaconf.model.Command;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;

@LiveTest
class TwoKaconfNodesTest {
	private static final Authentication PASSWORD = new Authentication(Authentication.Type.PASS, "s3cret00");
	/** 3 adverts of 0.1 s and the skew time of the lowest priority. */
	private static final long LONGEST_MASTER_DOWN_NANOS = 400_000_000L;

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

	/** Version 3 at 0.1 s. */
	private static InstanceBuilder fast(int priority) {
		return instance(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100));
	}

	private Path script(String name, String text) throws Exception {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file;
	}

	private static Script check(Path file) {
		return new Script("chk", Command.of(file.toString()), null, Duration.ofMillis(200), Duration.ofMillis(400), 2, 2, -5, false, false, null);
	}

	@Test
	void electTheHigherPriorityAndAnnounceItsAddressTwice() throws Exception {
		HostProcess a = network.kaconf(network.a, instance(101).authentication(PASSWORD).build());
		awaitMaster(a, 0);
		// Not at the same time: a rival's advert of lower priority makes a master announce itself once more.
		HostProcess b = network.kaconf(network.b, instance(100).authentication(PASSWORD).build());
		List<Frame> announcements = network.capture.await(10, f -> f.isGratuitousArp(VIRTUAL) && f.hardwareSource().equals(network.a.hardwareAddress()), LIMIT);
		assertThat(holdsVirtual(network.a)).isTrue();
		assertThat(holdsVirtual(network.b)).isFalse();
		awaitBackup(b, 0);
		// Five at once, five more after garp_master_delay.
		Frame firstAnnouncement = announcements.getFirst();
		Frame fifth = announcements.get(4);
		Frame sixth = announcements.get(5);
		assertThat(network.standstills.awakeBetween(firstAnnouncement, fifth)).isLessThan(1_000_000_000L);
		assertThat(sixth.nanos() - firstAnnouncement.nanos()).isGreaterThan(4_900_000_000L);
		assertThat(network.standstills.awakeBetween(firstAnnouncement, sixth)).isLessThan(5_500_000_000L);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("s3cret00"));
		assertThat(new ControlClient(network.socket(network.a)).statusJson()).doesNotContain("s3cret00");
		InstanceStatus master = network.status(network.a).instances().getFirst();
		assertThat(master.state()).isEqualTo("MASTER");
		assertThat(master.counters().advertsSent()).isGreaterThanOrEqualTo(5);
		assertThat(master.transitions()).extracting("state").startsWith("BACKUP", "MASTER");
		InstanceStatus backup = network.status(network.b).instances().getFirst();
		assertThat(backup.state()).isEqualTo("BACKUP");
		assertThat(backup.masterAddress()).isEqualTo(ADDRESS_A.toString());
		assertThat(backup.masterPriority()).isEqualTo(101);
	}

	@Test
	void moveTheAddressWhenAScriptFailsAndBackWhenItSucceeds() throws Exception {
		Path broken = folder.resolve("broken");
		Script check = check(script("check", "test ! -e '" + broken + "'"));
		Script fine = check(Path.of("/bin/true"));
		List<TrackedScript> tracked = List.of(new TrackedScript("chk", -5, false, null));
		HostProcess a = network.kaconf(network.a, fast(101).trackedScripts(tracked).build(), check);
		HostProcess b = network.kaconf(network.b, fast(100).trackedScripts(tracked).build(), fine);
		awaitMaster(a, 0);
		b.await("VRRP_Script(chk) succeeded", 0, LIMIT);
		int fromA = a.position();
		int fromB = b.position();
		Files.createFile(broken);
		a.await("VRRP_Script(chk) failed (exited with status 1)", fromA, LIMIT);
		a.await("(VI_1) Changing effective priority from 101 to 96", fromA, LIMIT);
		awaitMaster(b, fromB);
		awaitBackup(a, fromA);
		a.await("(VI_1) removing VIPs.", fromA, LIMIT);
		LiveNetwork.await("the address on b alone", () -> holdsVirtual(network.b) && !holdsVirtual(network.a));
		int recovery = a.position();
		Files.delete(broken);
		a.await("VRRP_Script(chk) succeeded", recovery, LIMIT);
		awaitMaster(a, recovery);
		LiveNetwork.await("the address on a alone", () -> holdsVirtual(network.a) && !holdsVirtual(network.b));
	}

	@Test
	void takeOverWithinTheMasterDownIntervalWhenTheMasterIsKilled() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(101).build());
		HostProcess b = network.kaconf(network.b, fast(100).build());
		awaitMaster(a, 0);
		awaitBackup(b, 0);
		network.capture.await(5, f -> f.isAdvert(VRID, ADDRESS_A), LIMIT);
		int from = b.position();
		long seenFrom = System.nanoTime();
		a.kill();
		awaitMaster(b, from);
		Frame first = network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_B) && f.nanos() > seenFrom, LIMIT).getFirst();
		Frame last = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).getLast();
		assertThat(last.priority()).isEqualTo(101);
		// The bound, and time for a busy machine to run the loop.
		assertThat(first.nanos() - last.nanos()).isGreaterThan(300_000_000L);
		assertThat(network.standstills.awakeBetween(last, first)).isLessThan(LONGEST_MASTER_DOWN_NANOS + 200_000_000L);
		// The killed node has left its address behind; the next start removes it.
		assertThat(holdsVirtual(network.a)).isTrue();
		HostProcess again = network.kaconf(network.a, fast(90).build());
		again.await("(VI_1) removed 10.9.0.100/24, left behind by a daemon that was killed", 0, LIMIT);
		assertThat(holdsVirtual(network.a)).isFalse();
	}

	@Test
	void sayGoodbyeOnSigterm() throws Exception {
		Path pidFile = folder.resolve("a.pid");
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, fast(101).build()), "-p", pidFile.toString());
		HostProcess b = network.kaconf(network.b, fast(100).build());
		awaitMaster(a, 0);
		awaitBackup(b, 0);
		assertThat(pidFile).hasContent(a.pid() + "");
		assertThat(Files.getPosixFilePermissions(network.socket(network.a))).hasToString("[OWNER_READ, OWNER_WRITE]");
		int from = b.position();
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(holdsVirtual(network.a)).isFalse();
		assertThat(pidFile).doesNotExist();
		assertThat(network.socket(network.a)).doesNotExist();
		awaitMaster(b, from);
		Frame last = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).getLast();
		assertThat(last.priority()).isZero();
		assertThat(network.status(network.b).instances().getFirst().counters().priorityZeroReceived()).isEqualTo(1);
		Frame first = network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_B) && f.nanos() > last.nanos(), LIMIT).getFirst();
		// Skew time alone, (256 - 100) / 256 of 0.1 s, and so less than the three intervals without an advert that a crash takes.
		assertThat(first.nanos() - last.nanos()).isGreaterThan(60_000_000L);
		assertThat(network.standstills.awakeBetween(last, first)).isLessThan(260_000_000L);
	}

	@Test
	void stepAsideWhenTheCableIsPulledAndReturn() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(101).build());
		HostProcess b = network.kaconf(network.b, fast(100).build());
		awaitMaster(a, 0);
		awaitBackup(b, 0);
		int fromA = a.position();
		int fromB = b.position();
		network.a.setCable(false);
		a.await("Netlink reports eth0 down", fromA, LIMIT);
		a.await("(VI_1) Entering FAULT STATE", fromA, LIMIT);
		awaitMaster(b, fromB);
		assertThat(network.status(network.a).instances().getFirst().state()).isEqualTo("FAULT");
		LiveNetwork.await("no address on a", () -> !holdsVirtual(network.a));
		int back = a.position();
		network.a.setCable(true);
		a.await("Netlink reports eth0 up", back, LIMIT);
		awaitMaster(a, back);
		LiveNetwork.await("the address on a alone", () -> holdsVirtual(network.a) && !holdsVirtual(network.b));
	}

	@Test
	void leaveTheAddressWhereItIsWithNopreempt() throws Exception {
		HostProcess b = network.kaconf(network.b, fast(100).build());
		awaitMaster(b, 0);
		int from = b.position();
		HostProcess a = network.kaconf(network.a, fast(101).preempt(false).build());
		awaitBackup(a, 0);
		long joined = System.nanoTime();
		// Longer than the master down interval, counted in the master's own adverts.
		network.capture.await(8, f -> f.isAdvert(VRID, ADDRESS_B) && f.nanos() > joined, LIMIT);
		assertThat(network.status(network.a).instances().getFirst().state()).isEqualTo("BACKUP");
		assertThat(b.lines().subList(from, b.position())).noneMatch(line -> line.text().contains("Entering"));
		// It is no invalid: when the master goes, it takes over.
		b.terminate();
		awaitMaster(a, 0);
	}

	@Test
	void bothBeMasterAndSayWhyWhenPasswordsDiffer() throws Exception {
		HostProcess a = network.kaconf(network.a, instance(101).authentication(PASSWORD).build());
		HostProcess b = network.kaconf(network.b, instance(100).authentication(new Authentication(Authentication.Type.PASS, "other")).build());
		b.await("(VI_1) received an invalid passwd!", 0, LIMIT);
		a.await("(VI_1) received an invalid passwd!", 0, LIMIT);
		awaitMaster(a, 0);
		awaitMaster(b, 0);
		assertThat(network.status(network.a).instances().getFirst().counters().dropped()).containsKey("authFailures");
		assertThat(network.status(network.a).instances().getFirst().state()).isEqualTo("MASTER");
		assertThat(network.status(network.b).instances().getFirst().state()).isEqualTo("MASTER");
	}

	@Test
	void survivePacketsThatAreNoAdverts() throws Exception {
		HostProcess a = network.kaconf(network.a, fast(101).build());
		awaitMaster(a, 0);
		// A version 2 node on the same virtual router id.
		HostProcess b = network.kaconf(network.b, instance(100).build());
		a.await("(VI_1) wrong version. Received 2 and expect 3", 0, LIMIT);
		awaitMaster(b, 0);
		assertThat(network.status(network.a).instances().getFirst().counters().dropped()).containsKey("versionErrors");
	}
}

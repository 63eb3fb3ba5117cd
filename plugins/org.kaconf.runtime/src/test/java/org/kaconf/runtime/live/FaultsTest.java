package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Command;
import org.kaconf.model.Firewall;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Notify;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.ReceiveBuffers;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;

/** What goes wrong around the daemon. */
@LiveTest
class FaultsTest {
	private static final Duration INTERVAL = Duration.ofMillis(500);
	private static final List<TrackedScript> TRACKED = List.of(new TrackedScript("chk", -5, false, null));

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

	private static InstanceBuilder slow(int priority) {
		return instance(priority).version(VrrpVersion.V3).advertInterval(INTERVAL);
	}

	private Path script(String name, String text) throws Exception {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file;
	}

	private static Script check(Path file, Duration timeout) {
		return new Script("chk", Command.of(file.toString()), null, Duration.ofMillis(200), timeout, 1, 1, -5, false, false, null);
	}

	private static boolean isRunning(long pid) {
		try {
			return !Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
		} catch (IOException gone) {
			return false;
		}
	}

	@Test
	void scriptsThatIgnoreTheirEndDoNotSurviveTheDaemon() throws Exception {
		Path pids = folder.resolve("pids");
		String stubborn = "trap '' TERM\nsleep 1000 &\necho \"$! $$\" >> '" + pids + "'\nwhile :; do sleep 1; done";
		Path check = script("check", stubborn);
		Path notify = script("notify", stubborn);
		Instance instance = slow(100).trackedScripts(TRACKED).notifyScripts(new Notify(Command.of(notify.toString()), null, null, Command.of(notify.toString()), null)).build();
		HostProcess a = network.kaconf(network.a, instance, check(check, Duration.ofSeconds(100)));
		awaitMaster(a, 0);
		LiveNetwork.await("check and notify script", () -> Files.exists(pids) && Files.readAllLines(pids).size() >= 2);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		for (String pid : Files.readString(pids).split("\\s+")) {
			LiveNetwork.await("the end of " + pid, () -> !isRunning(Long.parseLong(pid)));
		}
	}

	@Test
	void scriptsThatPrintAndForkWithoutEndDisturbNoAdvert() throws Exception {
		Path check = script("check", "for i in 1 2 3 4 5 6 7 8; do (sleep 100; :) & done\nhead -c 20000000 /dev/zero\necho done >&2\nsleep 100");
		HostProcess a = network.kaconf(network.a, slow(100).trackedScripts(TRACKED).build(), check(check, Duration.ofMillis(300)));
		a.await("VRRP_Script(chk) timed_out", 0, LIMIT);
		awaitMaster(a, 0);
		List<Frame> adverts = network.capture.await(6, f -> f.isAdvert(VRID, ADDRESS_A), LIMIT);
		assertThat(network.standstills.longestGap(adverts)).isLessThan(INTERVAL.toNanos() * 2);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		LiveNetwork.await("no sleep left", () -> !network.a.run("sh", "-c", "for p in $(ip netns pids " + network.a.namespace() + "); do cat /proc/$p/comm; done; true").contains("sleep"));
	}

	@Test
	void aDaemonThatWasHeldUpComesBackAsItShould() throws Exception {
		HostProcess a = network.kaconf(network.a, slow(110).build());
		awaitMaster(a, 0);
		HostProcess b = network.kaconf(network.b, slow(100).build());
		awaitBackup(b, 0);
		a.signal("STOP");
		awaitMaster(b, 0);
		int from = b.position();
		a.signal("CONT");
		b.await("(VI_1) Entering BACKUP STATE", from, LIMIT);
		LiveNetwork.await("the address on a alone", () -> LiveNetwork.holdsVirtual(network.a) && !LiveNetwork.holdsVirtual(network.b));
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
	}

	/** As when the virtual machines of both are on one host that stops for a while: the backup is the first to go on. */
	@Test
	void aBackupThatStoodStillWithItsMasterDoesNotTakeOver() throws Exception {
		HostProcess a = network.kaconf(network.a, slow(110).build());
		awaitMaster(a, 0);
		HostProcess b = network.kaconf(network.b, slow(100).build());
		awaitBackup(b, 0);
		int from = b.position();
		b.signal("STOP");
		a.signal("STOP");
		long stopped = System.nanoTime();
		LiveNetwork.await("twice the time that b waits for an advert", () -> System.nanoTime() - stopped > 8 * INTERVAL.toNanos());
		b.signal("CONT");
		a.signal("CONT");
		long resumed = System.nanoTime();
		network.capture.await(3, f -> f.nanos() > resumed && f.isAdvert(VRID, ADDRESS_A), LIMIT);
		b.terminate();
		assertThat(b.awaitEnd(LIMIT)).isZero();
		assertThat(b.lines().subList(from, b.position())).noneMatch(line -> line.text().contains("Entering MASTER STATE"));
	}

	@Test
	void aFullDiskIsSaidAndLeavesNothing() throws Exception {
		Path disk = Files.createDirectory(folder.resolve("disk"));
		// The mount is the command's own and goes with it.
		HostProcess a = network.kaconfAfter(List.of("unshare", "--mount", "sh", "-c",
				"mount -t tmpfs -o size=4k kaconf '" + disk + "' && head -c 4096 /dev/zero > '" + disk + "/full'; \"$@\"; code=$?; ls '" + disk + "'; exit $code", "sh"), network.a,
				LiveNetwork.node(network.a, slow(100).build()), "-p", disk.resolve("a.pid").toString());
		assertThat(a.awaitEnd(LIMIT)).isEqualTo(ExitCode.FAILURE.number());
		assertThat(a.lines()).extracting(HostProcess.Line::text).anyMatch(line -> line.contains("pid file " + disk.resolve("a.pid") + " cannot be written: No space left on device"));
		assertThat(a.lines().getLast().text()).isEqualTo("full");
	}

	@Test
	void dumpsAreWrittenBesideTheControlSocket() throws Exception {
		HostProcess a = network.kaconf(network.a, slow(100).build());
		awaitMaster(a, 0);
		a.signal("USR1");
		a.await("Written to " + folder.resolve("a.data"), 0, LIMIT);
		assertThat(folder.resolve("a.data")).content().contains("\"name\": \"VI_1\"");
		assertThat(Files.getPosixFilePermissions(folder.resolve("a.data"))).hasToString("[OWNER_READ, OWNER_WRITE]");
		a.signal("USR2");
		a.await("Written to " + folder.resolve("a.stats"), 0, LIMIT);
		assertThat(folder.resolve("a.stats")).content().contains("kaconf_vrrp_adverts_sent_total");
	}

	/** Started on one host, told to run in the namespace of the other. */
	@Test
	void theNetworkNamespaceMayBeConfigured() throws Exception {
		Globals globals = new Globals(null, false, "root", null, MailSettings.NONE, network.b.namespace(), null, null, false, Duration.ZERO, null, null, false, InterfacePolicy.DEFAULT,
				ReceiveBuffers.DEFAULT, Firewall.DEFAULT, ProcessSettings.DEFAULT, null);
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, globals, slow(100).build()));
		awaitMaster(a, 0);
		LiveNetwork.await("the address on b", () -> LiveNetwork.holdsVirtual(network.b));
		assertThat(LiveNetwork.holdsVirtual(network.a)).isFalse();
		network.write(network.a, LiveNetwork.node(network.a, slow(100).build()));
		a.signal("HUP");
		a.await("goes on: net_namespace cannot change while the daemon runs", 0, LIMIT);
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.TimedCommand;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.linux.DatagramListener;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

@LiveTest
class StartAndStopScriptsTest extends OnLiveNetwork {
	private static final Duration LONG = Duration.ofSeconds(60);

	private Path script(String name, String text) throws IOException {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** A program that appends a line to a file: a word, and whether the host holds the virtual address then. */
	private Path witness(String name, Path report, String rest) throws IOException {
		return script(name, "echo " + name + " $(ip -o address show dev eth0 | grep -c " + LiveNetwork.VIRTUAL + ") >> '" + report + "'\n" + rest);
	}

	private static TimedCommand timed(Path script, Duration timeout) {
		return script == null ? null : new TimedCommand(Command.of(script.toString()), timeout);
	}

	private static Node node(NetworkHost host, TimedCommand atStart, TimedCommand atEnd, Instance instance) {
		Globals g = Globals.DEFAULT;
		return LiveNetwork.node(host, new Globals(g.routerId(), g.scriptSecurity(), g.scriptUser(), g.scriptGroup(), g.mail(), g.networkNamespace(), g.notifyFifo(), g.vrrpFifo(),
				g.fifoStatesOnReload(), g.startupDelay(), atStart, atEnd, g.logUnknownVrids(), g.interfaces(), g.receiveBuffers(), g.firewall(), g.process(), null), instance);
	}

	private static void stop(HostProcess process) throws Exception {
		process.terminate();
		assertThat(process.awaitEnd(LIMIT)).isZero();
	}

	/** Both programs say the same to a script that fails at the start and one that fails at the end. */
	@Test
	void runBeforeTheFirstAndAfterTheLastAddressAsThoseOfKeepalived() throws Exception {
		Path ours = folder.resolve("ours");
		Path theirs = folder.resolve("theirs");
		Notify notify = new Notify(Command.of(witness("master", ours, "").toString()), null, null, null, null);
		HostProcess a = network.kaconf(network.a, node(network.a, timed(witness("startup", ours, "exit 3"), LONG), timed(witness("shutdown", ours, "exit 4"), LONG),
				fast(100).notifyScripts(notify).build()));
		awaitMaster(a, 0);
		LiveNetwork.await("the address on a", () -> LiveNetwork.holdsVirtual(network.a));
		LiveNetwork.await("the word of the notify script", () -> Files.readString(ours).contains("master"));
		stop(a);
		a.await("startup_script exited with status 3", 0, LIMIT);
		a.await("shutdown_script exited with status 4", 0, LIMIT);

		HostProcess b = network.keepalived(network.b, """
				global_defs {
					script_user root
					startup_script %s
					shutdown_script %s
				}
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					version 3
					advert_int 0.1
					notify_master %s
					virtual_ipaddress {
						10.9.0.100/24
					}
				}
				""".formatted(witness("startup", theirs, "exit 3"), witness("shutdown", theirs, "exit 4"), witness("master", theirs, ""))).process();
		awaitMaster(b, 0);
		LiveNetwork.await("the word of the notify script", () -> Files.readString(theirs).contains("master"));
		stop(b);
		assertThat(Files.readAllLines(theirs)).first().isEqualTo("startup 0");
		assertThat(Files.readAllLines(theirs)).last().isEqualTo("shutdown 0");
		assertThat(Files.readAllLines(ours)).hasSize(3).first().isEqualTo("startup 0");
		assertThat(Files.readAllLines(ours)).last().isEqualTo("shutdown 0");
	}

	@Test
	void makeWhatTheNodeNeeds() throws Exception {
		Path atStart = script("startup", "ip link add v0 type veth peer v1 && ip address add 10.7.0.1/24 dev v0 && ip link set v1 up && ip link set v0 up");
		HostProcess a = network.kaconf(network.a, node(network.a, timed(atStart, LONG), null, fast(100).interfaceName("v0").build()));
		awaitMaster(a, 0);
	}

	@Test
	void areEndedAtTheirTimeoutAndTheNodeStartsAllTheSame() throws Exception {
		Path number = folder.resolve("number");
		Path atStart = script("startup", "trap '' TERM; echo $$ > '" + number + "'; while true; do sleep 1; done");
		long started = System.nanoTime();
		HostProcess a = network.kaconf(network.a, node(network.a, timed(atStart, Duration.ofSeconds(1)), null, fast(100).build()));
		a.await("startup_script has not ended within 1 s", 0, LIMIT);
		a.await("startup_script ended by signal 9", 0, LIMIT);
		assertThat(Duration.ofNanos(System.nanoTime() - started)).as("a second of its own, and two after SIGTERM").isGreaterThan(Duration.ofSeconds(3));
		awaitMaster(a, 0);
		assertThat(Path.of("/proc", Files.readString(number).strip())).doesNotExist();
	}

	@Test
	void areEndedByAStopThatComesBeforeTheNodeHasStarted() throws Exception {
		Path report = folder.resolve("report");
		Path atStart = script("startup", "echo begun >> '" + report + "'; exec sleep 60");
		HostProcess a = network.kaconf(network.a, node(network.a, timed(atStart, LONG), timed(witness("shutdown", report, ""), LONG), fast(100).build()));
		LiveNetwork.await("the script", () -> Files.exists(report));
		assertThat(new ControlClient(network.socket(network.a)).stop()).isEqualTo(a.pid());
		assertThat(a.awaitEnd(LIMIT)).isZero();
		assertThat(Files.readAllLines(report)).containsExactly("begun", "shutdown 0");
		assertThat(a.lines()).noneMatch(line -> line.text().contains("Startup complete"));
	}

	@Test
	void areRunAtTheEndOfANodeThatCouldNotStart() throws Exception {
		Path report = folder.resolve("report");
		HostProcess a = network.kaconf(network.a, node(network.a, null, timed(witness("shutdown", report, ""), LONG), fast(100).interfaceName("eth7").build()));
		assertThat(a.awaitEnd(LIMIT)).isEqualTo(ExitCode.INTERFACE.number());
		assertThat(report).hasContent("shutdown 0");
	}

	@Test
	void atTheEndAreThoseOfTheLastReload() throws Exception {
		Path report = folder.resolve("report");
		HostProcess a = network.kaconf(network.a, node(network.a, null, timed(witness("before", report, ""), LONG), fast(100).build()));
		awaitMaster(a, 0);
		network.write(network.a, node(network.a, null, timed(witness("after", report, ""), LONG), fast(100).build()));
		a.signal("HUP");
		a.await("Reload complete", 0, LIMIT);
		stop(a);
		assertThat(report).hasContent("after 0");
	}

	@Test
	void thatAreNotThereAreSaidToBeDisabled() throws Exception {
		Path missing = folder.resolve("missing");
		HostProcess a = network.kaconf(network.a, node(network.a, timed(missing, LONG), timed(missing, LONG), fast(100).build()));
		a.await("Script " + missing + ": not found or not executable - disabling.", 0, LIMIT);
		awaitMaster(a, 0);
		stop(a);
	}

	@Test
	void systemdIsAskedToWaitForThem() throws Exception {
		Path socket = folder.resolve("notify.sock");
		try (DatagramListener systemd = new DatagramListener(socket)) {
			HostProcess a = network.kaconfAfter(List.of("env", "NOTIFY_SOCKET=" + socket), network.a, node(network.a, timed(script("startup", ""), LONG), null, fast(100).build()));
			LiveNetwork.await("the first notice", () -> "EXTEND_TIMEOUT_USEC=80000000".equals(systemd.next()));
			awaitMaster(a, 0);
		}
	}
}

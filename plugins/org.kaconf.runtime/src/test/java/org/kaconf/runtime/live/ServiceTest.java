package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.linux.DatagramListener;
import org.kaconf.runtime.network.HostProcess;

/** The daemon as a service of systemd and as something that is watched. */
@LiveTest
class ServiceTest {
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

	private HostProcess start(String... moreOptions) throws IOException {
		return network.kaconf(network.a, LiveNetwork.node(network.a, instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(50)).build()), moreOptions);
	}

	@Test
	void tellsSystemdHowFarItIs() throws Exception {
		Path socket = folder.resolve("notify.sock");
		try (DatagramListener systemd = new DatagramListener(socket)) {
			List<String> heard = new ArrayList<>();
			HostProcess a = network.kaconfAfter(List.of("env", "NOTIFY_SOCKET=" + socket), network.a,
					LiveNetwork.node(network.a, instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(50)).build()));
			awaitHeard(systemd, heard, "READY=1\nSTATUS=runs node a");
			a.signal("HUP");
			awaitHeard(systemd, heard, "READY=1\nSTATUS=runs node a");
			assertThat(heard.get(1)).startsWith("RELOADING=1\nMONOTONIC_USEC=");
			Files.writeString(folder.resolve("a.json"), "{");
			a.signal("HUP");
			awaitHeard(systemd, heard, "READY=1\nSTATUS=runs node a with its configuration from before, reload refused");
			a.terminate();
			awaitHeard(systemd, heard, "STOPPING=1");
			assertThat(a.awaitEnd(LIMIT)).isZero();
		}
	}

	private static void awaitHeard(DatagramListener systemd, List<String> heard, String expected) throws Exception {
		int from = heard.size();
		LiveNetwork.await(expected + " in " + heard, () -> {
			for (String next = systemd.next(); next != null; next = systemd.next()) {
				heard.add(next);
			}
			return heard.subList(from, heard.size()).contains(expected);
		});
	}

	/** The JVM's own threads are older than the daemon and keep what it was given; they run nothing of it. */
	@Test
	void givesUpTheCapabilitiesThatItDoesNotUse() throws Exception {
		HostProcess a = start();
		awaitMaster(a, 0);
		Map<String, String> capabilities = new HashMap<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(a.pid()), "task"))) {
			for (Path task : tasks) {
				String effective = Files.readAllLines(task.resolve("status")).stream().filter(line -> line.startsWith("CapEff:")).findFirst().orElseThrow();
				capabilities.merge(Files.readString(task.resolve("comm")).trim(), effective.substring(7).trim(), (one, other) -> one + " " + other);
			}
		}
		// CHOWN, DAC_READ_SEARCH, KILL, SETGID, SETUID, NET_ADMIN, NET_RAW.
		String used = "00000000000030e5";
		assertThat(capabilities).containsEntry("control", used).containsEntry("log", used);
		assertThat(capabilities.get("java")).as("the main thread, of all that are called so").contains(used);
	}

	@Test
	void answersPrometheus() throws Exception {
		HostProcess a = start("--metrics", "9650");
		awaitMaster(a, 0);
		String text = network.a.run("curl", "-s", "http://127.0.0.1:9650/metrics");
		assertThat(text).contains("kaconf_vrrp_state{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\",state=\"MASTER\"} 1");
		assertThat(new ControlClient(network.socket(network.a)).metrics()).contains("kaconf_vrrp_became_master_total{instance_name=\"VI_1\",vrid=\"51\",interface=\"eth0\"} 1");
	}

	@Test
	void isStoppedOverTheControlSocket() throws Exception {
		HostProcess a = start();
		awaitMaster(a, 0);
		List<String> events = new ArrayList<>();
		Thread subscriber = Thread.ofPlatform().start(() -> {
			try {
				new ControlClient(network.socket(network.a)).subscribe(line -> {
					synchronized (events) {
						events.add(line);
					}
				});
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		});
		LiveNetwork.await("the subscription", () -> {
			synchronized (events) {
				return !events.isEmpty();
			}
		});
		assertThat(new ControlClient(network.socket(network.a)).stop()).isEqualTo(a.pid());
		assertThat(a.awaitEnd(LIMIT)).isZero();
		subscriber.join(LIMIT);
		synchronized (events) {
			assertThat(events).anySatisfy(line -> assertThat(line).contains("\"event\":\"state\"", "\"kind\":\"INSTANCE\"", "\"name\":\"VI_1\"", "\"what\":\"STOP\""));
		}
	}
}

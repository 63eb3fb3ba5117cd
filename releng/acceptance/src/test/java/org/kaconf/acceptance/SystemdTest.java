package org.kaconf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;
import org.kaconf.runtime.network.RealTime;

/**
 * The installed command and the generated files of examples/nginx-ha on a machine with a real systemd, put where docs/runtime.md says; the other node is
 * keepalived. Everything in one boot, in the order in which an administrator would come to it.
 */
@Tag("live")
@ExtendWith(ScenarioCondition.class)
@Timeout(300)
class SystemdTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Path INSTALL = Path.of(System.getProperty("kaconf.root"), "releng", "install");
	private static final String CONFIGURATION = "/etc/kaconf/node.json";
	private static final String EVENTS = "/run/kaconf-events";
	/** CHOWN, DAC_READ_SEARCH, KILL, SETGID, SETUID, NET_ADMIN, NET_RAW. */
	private static final String BOUND = "00000000000030e5";

	@TempDir
	Path folder;
	private NamespaceNetwork network;
	private NetworkHost host;
	private PacketCapture capture;
	private KeepalivedProcess peer;
	private Machine machine;

	@BeforeEach
	void boot() throws Exception {
		Path image = Files.createDirectory(folder.resolve("image"));
		install(image);
		configure(image);
		network = NamespaceNetwork.create();
		host = network.addHost("nginx01", Scenario.ADDRESS_1 + "/24");
		NetworkHost other = network.addHost("nginx02", Scenario.ADDRESS_2 + "/24");
		capture = network.capture();
		peer = KeepalivedProcess.start(other, folder, """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					advert_int 2
					authentication {
						auth_type PASS
						auth_pass 1111
					}
					virtual_ipaddress {
						172.29.88.222/24
					}
				}
				""", RealTime::command);
		machine = new Machine(host, image, LIMIT);
	}

	@AfterEach
	void halt() throws Exception {
		if (machine != null) {
			machine.close();
		}
		if (network != null) {
			capture.close();
			network.close();
		}
	}

	private static void install(Path image) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(INSTALL.toString(), "--prefix", "/usr").redirectErrorStream(true);
		builder.environment().put("DESTDIR", image.toString());
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(output).isZero();
	}

	/** The example, with a script that restarts a service and a pipe. */
	private void configure(Path image) throws Exception {
		Path scripts = Files.createDirectories(image.resolve("etc/keepalived/scripts"));
		Files.writeString(scripts.resolve("on_master"), "#!/bin/sh\nexec systemctl restart nginx\n");
		assertThat(scripts.resolve("on_master").toFile().setExecutable(true)).isTrue();
		String text = Files.readString(Scenario.example("cluster.kaconf")).replace("    enable_script_security\n", "    enable_script_security\n    vrrp_notify_fifo " + EVENTS + "\n")
				.replace("    track_script {", "    notify_master /etc/keepalived/scripts/on_master\n    track_script {");
		Path cluster = Files.writeString(folder.resolve("cluster.kaconf"), text);
		Path generated = folder.resolve("generated");
		new OutputFolder(generated).write(Generator.generate(Kaconf.create().analyse(cluster, LoadOptions.DEFAULT), new GeneratorOptions(false, generated)));
		copy(generated.resolve("nginx01/etc"), image.resolve("etc"));
		Files.createDirectories(image.resolve("etc/kaconf"));
		Files.copy(generated.resolve("nginx01/node.json"), image.resolve("etc/kaconf/node.json"));
		// Another severity than the daemon's for lines that have none of their own, so that the journal tells which do.
		Path local = Files.createDirectories(image.resolve("etc/systemd/system/kaconf.service.d"));
		Files.writeString(local.resolve("local.conf"), "[Service]\nSyslogLevel=notice\n");
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				Path target = to.resolve(from.relativize(file));
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

	private Map<String, String> unit(String... properties) throws IOException {
		return machine.expect("systemctl", "show", "--property=" + String.join(",", properties), "kaconf").lines().map(line -> line.split("=", 2))
				.collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
	}

	private void awaitAddress(boolean held) throws Exception {
		Patience.await("the virtual address " + (held ? "here" : "gone"), LIMIT, () -> host.hasAddress(Scenario.VIRTUAL_PREFIX) == held);
	}

	@Test
	void theUnitDoesWhatItSays() throws Exception {
		machine.expect("kaconf", "start-cache");
		machine.expect("systemctl", "start", "nginx");
		peer.process().await("(VI_1) Entering MASTER STATE", 0, LIMIT);
		started();
		reloaded();
		killed();
		stopped();
		refused();
	}

	private void started() throws Exception {
		String nginx = machine.show("nginx", "MainPID");
		machine.expect("systemctl", "start", "kaconf");
		assertThat(unit("ActiveState", "SubState", "StatusText")).containsEntry("ActiveState", "active").containsEntry("SubState", "running")
				.containsEntry("StatusText", "runs node nginx01");
		assertThat(machine.expect("systemctl", "status", "kaconf")).contains("Status: \"runs node nginx01\"");
		awaitAddress(true);
		assertThat(machine.expect("kaconf", "status")).contains("MASTER");
		// The script asked systemd, and what runs is nginx's own service with all that it may.
		Patience.await("nginx restarted", LIMIT, () -> !List.of(nginx, "0").contains(machine.show("nginx", "MainPID")) && machine.show("nginx", "ActiveState").equals("active"));
		assertThat(machine.expect("cat", "/proc/" + machine.show("nginx", "MainPID") + "/cgroup")).contains("nginx.service");
		assertThat(machine.expect("timeout", "10", "head", "-n", "2", EVENTS)).contains("INSTANCE \"VI_1\" MASTER 101\n");
		Patience.await("the check", LIMIT, () -> machine.expect("journalctl", "-u", "kaconf", "-o", "cat").contains("VRRP_Script(chk_nginx) succeeded"));
		assertThat(machine.expect("journalctl", "-u", "kaconf", "-o", "cat", "-p", "info..info").lines()).as("of the severity that the daemon says, without a time of its own")
				.contains("(VI_1) Entering MASTER STATE");
		String status = machine.expect("cat", "/proc/" + machine.show("kaconf", "MainPID") + "/status");
		assertThat(status).contains("CapBnd:\t" + BOUND, "CapEff:\t" + BOUND, "NoNewPrivs:\t1");
		Machine.Ended exposure = machine.run("systemd-analyze", "security", "--no-pager", "--threshold=40", "kaconf");
		assertThat(exposure.exitCode()).as("in systemd's own opinion: %s", exposure.output()).isZero();
		assertThat(machine.expect("stat", "-c", "%a %U %n", "/run/kaconf", "/run/kaconf/nginx01.sock")).isEqualTo("700 root /run/kaconf\n600 root /run/kaconf/nginx01.sock\n");
	}

	private void reloaded() throws Exception {
		machine.expect("systemctl", "reload", "kaconf");
		machine.expect("cp", "-p", CONFIGURATION, CONFIGURATION + ".good");
		machine.expect("sh", "-c", "echo { >" + CONFIGURATION);
		Machine.Ended refused = machine.run("systemctl", "reload", "kaconf");
		assertThat(refused.exitCode()).as(refused.output()).isNotZero();
		assertThat(unit("ActiveState", "StatusText", "NRestarts")).isEqualTo(Map.of("ActiveState", "active", "StatusText", "runs node nginx01 with its configuration from before, reload refused",
				"NRestarts", "0"));
		assertThat(host.hasAddress(Scenario.VIRTUAL_PREFIX)).isTrue();
		machine.expect("mv", CONFIGURATION + ".good", CONFIGURATION);
		machine.expect("systemctl", "reload", "kaconf");
		assertThat(unit("StatusText")).containsEntry("StatusText", "runs node nginx01");
	}

	private void killed() throws Exception {
		String before = machine.show("kaconf", "MainPID");
		machine.expect("systemctl", "kill", "--signal=KILL", "--kill-who=main", "kaconf");
		Patience.await("the next start", LIMIT, () -> unit("NRestarts", "ActiveState").equals(Map.of("NRestarts", "1", "ActiveState", "active")));
		assertThat(machine.show("kaconf", "MainPID")).isNotEqualTo(before);
		Patience.await("master again", LIMIT, () -> machine.run("kaconf", "status").output().contains("MASTER"));
		assertThat(host.hasAddress(Scenario.VIRTUAL_PREFIX)).isTrue();
	}

	private void stopped() throws Exception {
		int from = peer.process().position();
		machine.expect("systemctl", "stop", "kaconf");
		assertThat(host.hasAddress(Scenario.VIRTUAL_PREFIX)).isFalse();
		assertThat(unit("ActiveState", "Result", "ExecMainStatus")).isEqualTo(Map.of("ActiveState", "inactive", "Result", "success", "ExecMainStatus", "0"));
		capture.await(1, f -> f.isAdvert(Scenario.VRID, Scenario.ADDRESS_1) && f.priority() == 0, LIMIT);
		peer.process().await("(VI_1) Entering MASTER STATE", from, LIMIT);
		assertThat(machine.run("test", "-e", "/run/kaconf").exitCode()).as("control socket and folder are gone").isNotZero();
	}

	/** What another start would not mend is not tried again. */
	private void refused() throws Exception {
		machine.expect("sh", "-c", "echo { >" + CONFIGURATION);
		assertThat(machine.run("systemctl", "start", "kaconf").exitCode()).isNotZero();
		assertThat(unit("ActiveState", "ExecMainStatus", "NRestarts")).isEqualTo(Map.of("ActiveState", "failed", "ExecMainStatus", "3", "NRestarts", "0"));
		assertThat(machine.expect("journalctl", "-u", "kaconf", "-o", "cat", "-p", "err..err")).contains("kaconf: " + CONFIGURATION + ": not valid JSON");
	}
}

package org.kaconf.generator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.CheckSpec.OnFailure;

/**
 * The process script with real daemons. The programs are copies under a name of this run's own, because the machine may run others of the
 * usual name.
 */
class ProcessCheckTest {
	private static final long PATIENCE = 30;

	@TempDir
	Path folder;

	private final String unique = "k" + ProcessHandle.current().pid() % 1_000_000;
	private Path nginx;

	@AfterEach
	void stopNginx() throws Exception {
		if (nginx != null && Files.exists(folder.resolve("nginx.pid"))) {
			ProcessHandle daemon = nginxDaemon();
			ScriptRun.of(Map.of(), "sh", "-c", nginxCommand() + " -s stop");
			daemon.onExit().get(PATIENCE, TimeUnit.SECONDS);
		}
	}

	private void installNginx() throws IOException {
		nginx = Files.copy(Programs.need("nginx"), folder.resolve(unique + "nginx"));
		Files.setPosixFilePermissions(nginx, PosixFilePermissions.fromString("rwxr-xr-x"));
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		Files.writeString(folder.resolve("nginx.conf"), """
				pid nginx.pid;
				error_log error.log;
				worker_processes 1;
				events { worker_connections 16; }
				http {
					access_log off;
					client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
					server { listen 127.0.0.1:%d; return 200 ok; }
				}
				""".formatted(port));
	}

	private String nginxCommand() {
		return ShellQuote.quote(nginx.toString()) + " -p " + ShellQuote.quote(folder.toString()) + " -e error.log -c nginx.conf";
	}

	private ProcessHandle nginxDaemon() throws IOException {
		return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("nginx.pid")).trim())).orElseThrow();
	}

	private static Process fake(Path program) throws IOException {
		return new ProcessBuilder(program.toString(), "600").start();
	}

	private Path copyOfSleep(String name) throws IOException {
		return Files.copy(Programs.find("sleep").orElseThrow(), folder.resolve(name));
	}

	@Test
	void aRunningNginxIsLeftAloneAndAGoneOneIsStarted() throws Exception {
		installNginx();
		CheckSpec check = new CheckSpec.Process(nginx.getFileName().toString(), nginxCommand(), Duration.ofSeconds(2), OnFailure.EXIT);
		assertThat(folder.resolve("nginx.pid")).doesNotExist();

		assertThat(ScriptRun.of(folder, check).exitCode()).isZero();
		ProcessHandle first = nginxDaemon();
		assertThat(first.isAlive()).isTrue();

		assertThat(ScriptRun.of(folder, check).exitCode()).isZero();
		assertThat(nginxDaemon()).isEqualTo(first);

		ScriptRun.of(Map.of(), "sh", "-c", nginxCommand() + " -s stop");
		first.onExit().get(PATIENCE, TimeUnit.SECONDS);
		ScriptRun restarted = ScriptRun.of(folder, check);
		assertThat(restarted.exitCode()).as(restarted.output()).isZero();
		assertThat(nginxDaemon()).isNotEqualTo(first);
	}

	@Test
	void aRestartThatDoesNotHelpFails() throws Exception {
		ScriptRun run = ScriptRun.of(folder, new CheckSpec.Process(unique, "false", Duration.ofMillis(10), OnFailure.EXIT));
		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(run.output()).isEqualTo(unique + " is not running\n");
	}

	@Test
	void aRestartThatStaysInTheForegroundDoesNotHoldTheScript() throws Exception {
		Path program = copyOfSleep(unique + "fg");
		String pidFile = ShellQuote.quote(folder.resolve("pid").toString());
		String restart = "echo $$ > " + pidFile + "; exec " + ShellQuote.quote(program.toString()) + " 600";
		ScriptRun run = ScriptRun.of(folder, new CheckSpec.Process(unique + "fg", restart, Duration.ofSeconds(1), OnFailure.EXIT));
		ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).trim())).ifPresent(ProcessHandle::destroy);
		assertThat(run.exitCode()).as(run.output()).isZero();
	}

	@Test
	void theScriptIsNotTheProcessItLooksFor() throws Exception {
		String name = unique + "self";
		Path script = ScriptRun.install(folder, name, new CheckSpec.Process(name, null, Duration.ZERO, OnFailure.EXIT));
		assertThat(ScriptRun.of(Map.of(), script.toString()).exitCode()).isEqualTo(1);
	}

	@Test
	void aLongNameIsComparedAsTheKernelKeepsIt() throws Exception {
		String name = unique + "-with-a-long-name";
		CheckSpec check = new CheckSpec.Process(name, null, Duration.ZERO, OnFailure.EXIT);
		assertThat(ScriptRun.of(folder, check).exitCode()).isEqualTo(1);
		Process process = fake(copyOfSleep(name));
		try {
			assertThat(ScriptRun.of(folder, check).exitCode()).isZero();
		} finally {
			process.destroy();
		}
	}

	@Test
	void aZombieIsNotRunning() throws Exception {
		Path program = copyOfSleep(unique + "z");
		// The shell becomes a program that never collects its child.
		Process parent = new ProcessBuilder("sh", "-c", program + " 600 & echo $!; exec sleep 600").start();
		try {
			ProcessHandle child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
			CheckSpec check = new CheckSpec.Process(unique + "z", null, Duration.ZERO, OnFailure.EXIT);
			await(() -> ScriptRun.of(folder, check).exitCode() == 0);
			child.destroy();
			await(() -> Files.readString(Path.of("/proc/" + child.pid() + "/stat")).contains(") Z "));
			assertThat(ScriptRun.of(folder, check).exitCode()).isEqualTo(1);
		} finally {
			parent.destroy();
		}
	}

	@Test
	void theKeepalivedAboveTheScriptIsStopped() throws Exception {
		Path script = ScriptRun.install(folder, "chk", stopping());
		Path shell = Files.copy(Programs.find("dash").orElse(Path.of("/bin/sh")), folder.resolve("keepalived"));
		// A daemon that ends by the signal only, with a child of its own name between itself and the script, as keepalived has.
		Process daemon = new ProcessBuilder(shell.toString(), "-c", "trap 'echo stopped; exit 0' TERM; (" + script
				+ "; echo code $?) & wait; exit 1").redirectErrorStream(true).start();
		String output;
		try {
			output = new String(daemon.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(daemon.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
		} finally {
			daemon.descendants().forEach(ProcessHandle::destroy);
			daemon.destroy();
		}
		assertThat(daemon.exitValue()).isZero();
		assertThat(output).contains("is not running; stopping the router").contains("stopped").doesNotContain("cannot stop");
	}

	@Test
	void theKaconfAboveTheScriptIsStopped() throws Exception {
		Process daemon = fake(copyOfSleep(unique + "d"));
		try {
			Path script = ScriptRun.install(folder, "chk", stopping());
			ScriptRun run = ScriptRun.of(Map.of("KACONF_PID", Long.toString(daemon.pid())), script.toString());
			assertThat(run.exitCode()).isEqualTo(1);
			assertThat(daemon.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
		} finally {
			daemon.destroy();
		}
	}

	@Test
	void byHandTheKeepalivedOfThePidFileIsStoppedButNoStranger() throws Exception {
		Path script = ScriptRun.install(folder, "chk", stopping());
		Path pidFile = folder.resolve("keepalived.pid");
		Process stranger = fake(copyOfSleep(unique + "s"));
		Process daemon = fake(copyOfSleep("keepalived"));
		try {
			Map<String, String> environment = Map.of("KEEPALIVED_PID_FILE", pidFile.toString());
			Files.writeString(pidFile, stranger.pid() + "\n");
			ScriptRun refused = ScriptRun.of(environment, script.toString());
			assertThat(refused.exitCode()).isEqualTo(1);
			assertThat(refused.output()).contains("cannot stop the router: not found");
			assertThat(stranger.isAlive()).isTrue();

			Files.writeString(pidFile, daemon.pid() + "\n");
			assertThat(ScriptRun.of(environment, script.toString()).exitCode()).isEqualTo(1);
			assertThat(daemon.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
		} finally {
			stranger.destroy();
			daemon.destroy();
		}
	}

	@Test
	void whatSystemdRunsSystemdStops() throws Exception {
		Path systemctl = Files.writeString(folder.resolve("systemctl"), """
				#!/bin/sh
				case "$1 $*" in
				show*keepalived.service) echo 4242 ;;
				*) echo "$*" >> "${0%/*}/calls" ;;
				esac
				""");
		Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path script = ScriptRun.install(folder, "chk", stopping());
		String path = folder + ":" + System.getenv("PATH");
		ScriptRun run = ScriptRun.of(Map.of("PATH", path, "KACONF_PID", "4242"), script.toString());
		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(run.output()).doesNotContain("cannot stop");
		assertThat(Files.readAllLines(folder.resolve("calls"))).containsExactly("--no-block stop keepalived.service");
	}

	/** In a network namespace of its own, which ends with its last process. */
	@Test
	@Tag("live")
	void aRealKeepalivedIsStoppedByItsOwnScript() throws Exception {
		Programs.need("keepalived");
		assumeTrue(ScriptRun.of(Map.of(), "unshare", "--net", "ip", "link", "add", "eth0", "type", "veth", "peer", "name", "eth1").exitCode() == 0,
				"needs root and network namespaces");
		Path trusted = Files.createDirectory(folder.resolve("scripts"));
		Path script = ScriptRun.install(trusted, "chk", stopping());
		Path conf = Files.writeString(folder.resolve("keepalived.conf"), """
				global_defs {
					script_user root
				}
				vrrp_script chk {
					script "%s"
					interval 1
					timeout 5
				}
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					virtual_ipaddress {
						10.77.0.9/24
					}
					track_script {
						chk
					}
				}
				""".formatted(script));
		String start = "ip link add eth0 type veth peer name eth1; ip addr add 10.77.0.1/24 dev eth0; ip link set eth0 up; ip link set eth1 up; "
				+ "exec keepalived -n -l -f " + conf + " -p " + folder.resolve("pid") + " -r " + folder.resolve("vrrp.pid");
		Process daemon = new ProcessBuilder("unshare", "--net", "sh", "-c", start).redirectErrorStream(true).start();
		try {
			String log = new String(daemon.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(daemon.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
			assertThat(log).contains("Stopping").contains("Stopped Keepalived");
			assertThat(daemon.exitValue()).isZero();
		} finally {
			daemon.descendants().forEach(ProcessHandle::destroy);
			daemon.destroy();
		}
	}

	private CheckSpec stopping() {
		return new CheckSpec.Process(unique + "gone", "false", Duration.ofMillis(10), OnFailure.STOP_KEEPALIVED);
	}

	private interface Condition {
		boolean holds() throws Exception;
	}

	private static void await(Condition condition) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
		while (!condition.holds()) {
			assertThat(System.nanoTime()).as("time left").isLessThan(end);
			Thread.onSpinWait();
		}
	}
}

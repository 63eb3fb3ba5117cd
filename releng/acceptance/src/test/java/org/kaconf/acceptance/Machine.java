package org.kaconf.acceptance;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** A host that is a machine of its own with a real systemd; see the resource {@code machine}. */
final class Machine implements AutoCloseable {
	private static final Path UNITS = Path.of("/lib/systemd/system");
	/** Groups of units of which this machine's are none of a test's business, or would change this machine. */
	private static final List<String> GROUPS = List.of("sysinit.target.wants", "sockets.target.wants", "timers.target.wants", "paths.target.wants", "network-online.target.wants");
	private static final Set<String> NEEDED = Set.of("systemd-journald.service", "systemd-journald.socket", "systemd-journald-dev-log.socket", "systemd-tmpfiles-setup.service",
			"dbus.socket");

	/** How a program ended. */
	record Ended(int exitCode, String output) {
	}

	private final HostProcess process;
	private final String systemd;

	/** @param image what lies over the files of this machine */
	Machine(NetworkHost host, Path image, Duration limit) throws IOException, TimeoutException {
		boundUnits(image);
		process = HostProcess.start(host, List.of("sh", script(), image.toString()), line -> {
		});
		systemd = Long.toString(systemd(limit).pid());
		Patience.await("the end of the boot", limit, () -> List.of("running", "degraded").contains(run("systemctl", "is-system-running").output.strip()));
	}

	private static String script() {
		try {
			return Path.of(Machine.class.getResource("/machine").toURI()).toString();
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Little is started, and nothing that has to do with hardware, the clock or the kernel. */
	private static void boundUnits(Path image) throws IOException {
		Path own = Files.createDirectories(image.resolve("etc/systemd/system"));
		Files.writeString(own.resolve("machine.target"), "[Unit]\nRequires=basic.target\nAfter=basic.target\nAllowIsolate=yes\n");
		for (Path units : List.of(UNITS, Path.of("/etc/systemd/system"))) {
			for (String group : GROUPS) {
				mask(units.resolve(group), own);
			}
		}
		Files.writeString(image.resolve("etc/fstab"), "");
	}

	private static void mask(Path group, Path own) throws IOException {
		if (!Files.isDirectory(group)) {
			return;
		}
		try (DirectoryStream<Path> units = Files.newDirectoryStream(group)) {
			for (Path unit : units) {
				Path masked = own.resolve(unit.getFileName());
				if (!NEEDED.contains(unit.getFileName().toString())) {
					// Masked, as systemd takes an empty file.
					Files.writeString(masked, "");
				}
			}
		}
	}

	/** The process that is number 1 in there, once it is systemd. */
	private ProcessHandle systemd(Duration limit) throws IOException, TimeoutException {
		try {
			Patience.await("systemd", limit, () -> findSystemd().isPresent());
			return findSystemd().orElseThrow();
		} catch (TimeoutException e) {
			close();
			throw new TimeoutException(e.getMessage() + ": " + process.lines());
		}
	}

	private Optional<ProcessHandle> findSystemd() {
		return ProcessHandle.of(process.pid()).stream().flatMap(ProcessHandle::descendants).filter(p -> p.info().command().filter(c -> c.endsWith("/systemd")).isPresent()).findFirst();
	}

	/** Runs a program in there to its end, as a root who has just logged in. */
	Ended run(String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of("nsenter", "--target", systemd, "--all", "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"));
		command.addAll(Arrays.asList(words));
		Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
		program.getOutputStream().close();
		String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			return new Ended(program.waitFor(), output);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}

	/** The same for what must not fail. @return its output */
	String expect(String... words) throws IOException {
		Ended ended = run(words);
		if (ended.exitCode != 0) {
			throw new IOException(String.join(" ", words) + " ended with " + ended.exitCode + ": " + ended.output);
		}
		return ended.output;
	}

	/** A property of a unit, such as {@code ActiveState}. */
	String show(String unit, String property) throws IOException {
		return expect("systemctl", "show", "--property=" + property, "--value", unit).strip();
	}

	/** Ends it as if the power was cut. */
	@Override
	public void close() throws IOException, TimeoutException {
		process.terminate();
		process.awaitEnd(Duration.ofSeconds(30));
	}
}

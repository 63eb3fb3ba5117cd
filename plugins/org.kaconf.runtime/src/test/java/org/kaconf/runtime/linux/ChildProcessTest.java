package org.kaconf.runtime.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ChildProcessTest {
	@TempDir
	Path folder;

	/** Waits as the daemon does. */
	private static WaitStatus end(ChildProcess child) throws Exception {
		try (Epoll epoll = new Epoll(); child) {
			epoll.add(child);
			while (epoll.await() == 0) {
				// A signal of the JVM's own woke the thread.
			}
			return child.poll().orElseThrow();
		}
	}

	@Test
	void tellsTheExitStatus() throws Exception {
		assertThat(end(ChildProcess.start(List.of("/bin/sh", "-c", "exit 3"), List.of()))).isEqualTo(new WaitStatus(3, 0));
		assertThat(end(ChildProcess.start(List.of("/bin/true"), List.of()))).isEqualTo(new WaitStatus(0, 0));
	}

	@Test
	void passesArgumentsAndEnvironmentAsTheyAre() throws Exception {
		Path result = folder.resolve("result");
		end(ChildProcess.start(List.of("/bin/sh", "-c", "printf '%s|' \"$@\" \"$GREETING\" > '" + result + "'", "sh", "a b", "$HOME;'\"", ""), List.of("GREETING=hello you")));
		assertThat(result).hasContent("a b|$HOME;'\"||hello you|");
	}

	@Test
	void hasNothingOpenButDevNull() throws Exception {
		Path result = folder.resolve("result");
		end(ChildProcess.start(List.of("/bin/sh", "-c", "for f in /proc/$$/fd/*; do readlink $f; done > '" + result + "'"), List.of("PATH=/usr/bin:/bin")));
		// The shell keeps its own output file under another number.
		assertThat(Files.readAllLines(result)).contains("/dev/null").allMatch(line -> line.equals("/dev/null") || line.equals(result.toString()));
	}

	@Test
	void isKilledWithItsGroup() throws Exception {
		Path result = folder.resolve("result");
		ChildProcess child = ChildProcess.start(List.of("/bin/sh", "-c", "sleep 1000 & echo $! > '" + result + "'; mv '" + result + "' '" + result + ".done'; wait"),
				List.of("PATH=/usr/bin:/bin"));
		while (!Files.exists(folder.resolve("result.done"))) {
			Thread.onSpinWait();
		}
		long grandchild = Long.parseLong(Files.readString(folder.resolve("result.done")).trim());
		child.signalGroup(ChildProcess.SIGTERM);
		assertThat(end(child)).isEqualTo(new WaitStatus(0, ChildProcess.SIGTERM)).hasToString("ended by signal 15");
		ProcessHandle.of(grandchild).ifPresent(p -> assertThat(p.onExit()).succeedsWithin(Duration.ofSeconds(10)));
	}

	@Test
	void saysWhyItDoesNotStart() {
		assertThatThrownBy(() -> ChildProcess.start(List.of("/nowhere/program"), List.of())).isInstanceOf(LinuxException.class)
				.hasMessage("cannot run /nowhere/program: No such file or directory");
		assertThatThrownBy(() -> ChildProcess.start(List.of(folder.toString()), List.of())).hasMessage("cannot run " + folder + ": Permission denied");
	}
}

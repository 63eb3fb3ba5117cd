package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogSocketTest {
	@TempDir
	Path folder;

	/** The other end. */
	private static final class Listener extends Socket {
		private final MemorySegment input = Kernel.allocate(4096);

		Listener(Path path) throws LinuxException {
			super(SocketAddresses.AF_UNIX, SOCK_DGRAM, 0, "socket");
			bind(SocketAddresses.unix(path.toString()), "bind");
		}

		String line() {
			long length = receive(input);
			return new String(input.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
		}
	}

	@Test
	void sendsSeverityTagAndText() throws Exception {
		Path path = folder.resolve("log");
		try (Listener listener = new Listener(path); SyslogSocket syslog = new SyslogSocket("Kaconf", path.toString())) {
			syslog.send(6, "(VI_1) Entering MASTER STATE");
			assertThat(listener.line()).isEqualTo("<30>Kaconf[" + ProcessHandle.current().pid() + "]: (VI_1) Entering MASTER STATE");
			syslog.send(6, "x".repeat(10_000));
			assertThat(listener.line()).hasSize(2048);
		}
	}

	@Test
	void saysThatNobodyListens() {
		assertThatThrownBy(() -> new SyslogSocket("Kaconf", folder.resolve("none").toString())).isInstanceOf(LinuxException.class)
				.hasMessage("cannot reach syslog at " + folder.resolve("none") + ": No such file or directory");
	}
}

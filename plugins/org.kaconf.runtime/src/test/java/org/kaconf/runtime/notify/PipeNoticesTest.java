package org.kaconf.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Globals;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.Firewall;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Notify;
import org.kaconf.model.NotifyFifo;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.ReceiveBuffers;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;

@Timeout(20)
class PipeNoticesTest {
	private static final Subject INSTANCE = new Subject("INSTANCE", "VI_1", Notify.NONE, false);
	private static final Subject GROUP = new Subject("GROUP", "G", Notify.NONE, false);

	@TempDir
	Path folder;
	private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
	private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), true);
	private EventLoop loop;
	private PipeNotices notices;

	@BeforeEach
	void make() throws Exception {
		loop = new EventLoop();
		notices = new PipeNotices(new Programs(loop), log);
	}

	@AfterEach
	void close() {
		notices.close();
		loop.close();
		log.close();
	}

	private void configure(Path path) {
		String user = System.getProperty("user.name");
		Globals globals = new Globals(null, false, user, null, MailSettings.NONE, null, path == null ? null : new NotifyFifo(path.toString(), user, null, null), null, false, java.time.Duration.ZERO, null,
				null, false, InterfacePolicy.DEFAULT, ReceiveBuffers.DEFAULT, Firewall.DEFAULT, ProcessSettings.DEFAULT, null);
		notices.configure(globals, new ScriptCommands(globals, false, log));
	}

	@Test
	void writesKeepalivedsLines() throws Exception {
		Path path = folder.resolve("fifo");
		configure(path);
		notices.hear(INSTANCE, Happening.MASTER, 100);
		notices.hear(GROUP, Happening.FAULT, 0);
		notices.hear(INSTANCE, Happening.MASTER_PRIORITY, 95);
		try (BufferedReader in = new BufferedReader(new FileReader(path.toFile()))) {
			assertThat(in.readLine()).isEqualTo("INSTANCE \"VI_1\" MASTER 100");
			assertThat(in.readLine()).isEqualTo("GROUP \"G\" FAULT 0");
			assertThat(in.readLine()).isEqualTo("INSTANCE \"VI_1\" MASTER_PRIORITY 95");
		}
		notices.close();
		assertThat(path).doesNotExist();
	}

	@Test
	void doesNotWaitForAReaderThatDoesNotRead() {
		configure(folder.resolve("fifo"));
		for (int i = 0; i < 10_000; i++) {
			notices.hear(INSTANCE, Happening.MASTER, 100);
		}
		log.close();
		assertThat(logged.toString(StandardCharsets.UTF_8)).contains("is full, nobody reads it");
	}

	@Test
	void keepsAPipeThatStaysTheSameAndLeavesThoseOfOthers() throws Exception {
		Path path = folder.resolve("fifo");
		assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
		configure(path);
		notices.hear(INSTANCE, Happening.BACKUP, 100);
		configure(path);
		try (BufferedReader in = new BufferedReader(new FileReader(path.toFile()))) {
			assertThat(in.readLine()).isEqualTo("INSTANCE \"VI_1\" BACKUP 100");
		}
		configure(null);
		assertThat(path).exists();
	}

	@Test
	void writesIntoNothingButAPipe() throws Exception {
		Path file = Files.writeString(folder.resolve("precious"), "text");
		configure(file);
		notices.hear(INSTANCE, Happening.MASTER, 100);
		assertThat(file).hasContent("text");
		log.close();
		assertThat(logged.toString(StandardCharsets.UTF_8)).contains("is no pipe; remove it or choose another path");
	}
}

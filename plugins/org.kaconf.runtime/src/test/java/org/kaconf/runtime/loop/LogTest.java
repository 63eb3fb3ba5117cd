package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Test
	void writesKeepalivedsForm() {
		try (Log log = new Log(new PrintStream(bytes), false)) {
			log.info("(VI_1) Entering MASTER STATE");
			log.detail("not wanted");
		}
		assertThat(bytes.toString()).matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}: \\(VI_1\\) Entering MASTER STATE\\R");
	}

	@Test
	void writesDetailForThoseWhoWantIt() {
		try (Log log = new Log(new PrintStream(bytes), true)) {
			log.detail("wanted");
		}
		assertThat(bytes.toString()).endsWith(": wanted" + System.lineSeparator());
	}

	@Test
	void leavesTheTimeToTheJournalAndTellsItTheSeverity(@TempDir Path folder) throws IOException {
		Path stream = Files.createFile(folder.resolve("stream"));
		try (Log log = new Log(new PrintStream(bytes), false, new JournalStream(JournalStreamTest.identity(stream), stream))) {
			log.info("(VI_1) Entering MASTER STATE");
			log.info("first of a message\n<0>second");
		}
		assertThat(bytes.toString()).isEqualTo("<6>(VI_1) Entering MASTER STATE\n<6>first of a message\n<6><0>second\n");
	}

	@Test
	void keepsKeepalivedsFormWhereTheJournalIsElsewhere(@TempDir Path folder) throws IOException {
		Path stream = Files.createFile(folder.resolve("stream"));
		Path journal = Files.createFile(folder.resolve("journal"));
		try (Log log = new Log(new PrintStream(bytes), false, new JournalStream(JournalStreamTest.identity(journal), stream))) {
			log.info("to a file");
		}
		assertThat(bytes.toString()).matches("[A-Z][a-z]{2} .* \\d{4}: to a file\\R");
	}

	/** Such as a terminal that is stopped, or a pipe whose reader hangs. */
	@Test
	void endsThoughNobodyTakesItsLines() {
		CountDownLatch never = new CountDownLatch(1);
		OutputStream blocked = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				try {
					never.await();
				} catch (InterruptedException e) {
					throw new IOException(e);
				}
			}
		};
		Log log = new Log(new PrintStream(blocked, true), false);
		for (int i = 0; i < 100_000; i++) {
			log.info("one of very many");
		}
		assertTimeoutPreemptively(Duration.ofSeconds(20), log::close);
	}
}

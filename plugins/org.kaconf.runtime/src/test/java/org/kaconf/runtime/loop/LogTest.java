package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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

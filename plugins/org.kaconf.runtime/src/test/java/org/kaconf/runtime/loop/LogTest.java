package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
}

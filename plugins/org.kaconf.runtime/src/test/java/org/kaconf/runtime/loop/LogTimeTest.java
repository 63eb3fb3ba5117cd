package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTimeTest {
	@ParameterizedTest
	@CsvSource({"2026-11-02T16:05:09.999Z, UTC, Mon Nov  2 16:05:09 2026", "2026-12-31T23:59:59Z, Europe/Berlin, Fri Jan  1 00:59:59 2027", "2024-02-29T12:34:56Z, UTC, Thu Feb 29 12:34:56 2024"})
	void isThatOfCtime(Instant time, ZoneId zone, String expected) {
		LogTime format = new LogTime(zone);
		assertThat(format.format(time.toEpochMilli())).isEqualTo(expected);
		assertThat(format.format(time.toEpochMilli())).isEqualTo(expected);
	}
}

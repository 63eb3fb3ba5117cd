package org.kaconf.runtime.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackProcess.Match;

/** As check_params in keepalived's track_process.c compares. */
class ProcessMatcherTest {
	private static TrackProcess tracked(Match match, boolean full, String... parameters) {
		return new TrackProcess("p", "/usr/bin/app", List.of(parameters), match, full, 0, false, 1, null, Duration.ZERO, Duration.ZERO, null);
	}

	@Test
	void theKernelsNameIsEnoughWithoutFullCommand() {
		TrackProcess app = new TrackProcess("p", "app", List.of(), Match.NONE, false, 0, false, 1, null, Duration.ZERO, Duration.ZERO, null);
		assertThat(ProcessMatcher.matches(app, "app", "")).isTrue();
		assertThat(ProcessMatcher.matches(app, "apps", "app\0")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({"NONE,-x,true", "NONE,'',true", "EXACT,-f a,true", "EXACT,-f,false", "EXACT,-f a b,false", "EXACT,-f ab,false", "INITIAL,-f a,true", "INITIAL,-f ab,true",
			"INITIAL,-f a b,true", "INITIAL,-f,false", "PARTIAL,-f a,true", "PARTIAL,-f a b,true", "PARTIAL,-f ab,false", "PARTIAL,-x,false"})
	void parameters(Match match, String actual, boolean expected) {
		String commandLine = "/usr/bin/app\0" + (actual.isEmpty() ? "" : actual.replace(' ', '\0') + "\0");
		assertThat(ProcessMatcher.matches(tracked(match, true, "-f", "a"), "app", commandLine)).isEqualTo(expected);
	}

	@Test
	void exactWithoutParametersMeansNone() {
		assertThat(ProcessMatcher.matches(tracked(Match.EXACT, true), "app", "/usr/bin/app\0")).isTrue();
		assertThat(ProcessMatcher.matches(tracked(Match.EXACT, true), "app", "/usr/bin/app\0-x\0")).isFalse();
		assertThat(ProcessMatcher.matches(tracked(Match.INITIAL, true), "app", "/usr/bin/app\0-x\0")).isTrue();
	}
}

package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.ScriptResult.Exited;
import org.kaconf.vrrp.machine.ScriptResult.Signalled;
import org.kaconf.vrrp.machine.ScriptResult.TimedOut;
import org.kaconf.vrrp.machine.ScriptState.Change;
import org.kaconf.vrrp.machine.ScriptState.ScriptStep;

class ScriptStateTest {
	private static ScriptState script(int rise, int fall, boolean initFail) {
		return ScriptState.of(new Script("chk_nginx", null, null, Duration.ofSeconds(2), Duration.ofSeconds(2), rise, fall, -5, false, initFail, Origins.NONE));
	}

	/** Runs of a script, + for success and - for failure, and after each what changes: G good, B bad, . nothing. */
	@ParameterizedTest
	@CsvSource({
			// The first result alone decides.
			"2,3,false,+,G", "2,3,false,-,B", "1,1,false,-+-+,BGBG",
			// fall failures in a row make it bad, a success between them begins the count anew.
			"2,3,false,+---,G..B", "2,3,false,+--+---,G.....B", "1,3,false,+--+--+---,G........B",
			// rise successes in a row make it good, a failure between them begins the count anew.
			"2,3,false,-++,B.G", "2,3,false,-+-++,B...G", "3,1,false,-++-+++-,B.....GB",
			// init_fail: bad from the start, and so it takes rise successes; a failure changes nothing.
			"2,3,true,++,.G", "2,3,true,-++,..G", "1,1,true,-+,.G"})
	void countsAsKeepalivedDoes(int rise, int fall, boolean initFail, String runs, String expected) {
		ScriptState state = script(rise, fall, initFail);
		StringBuilder changes = new StringBuilder();
		for (char run : runs.toCharArray()) {
			ScriptStep step = state.step(new Exited(run == '+' ? 0 : 1));
			state = step.state();
			changes.append(switch (step.change()) {
				case BECAME_GOOD -> 'G';
				case BECAME_BAD -> 'B';
				case NONE -> '.';
			});
		}
		assertThat(changes).hasToString(expected);
	}

	@Test
	void logsInTheWordsOfKeepalived() {
		List<String> log = new ArrayList<>();
		ScriptState state = script(2, 2, false);
		for (ScriptResult result : List.of(new Exited(0), new Exited(1), new Exited(3), new Exited(0), new Exited(0), new TimedOut(), new TimedOut(),
				new Signalled(9))) {
			ScriptStep step = state.step(result);
			state = step.state();
			step.log().stream().map(Log::text).forEach(log::add);
		}
		assertThat(log).containsExactly("VRRP_Script(chk_nginx) succeeded", "Script `chk_nginx` now returning 1", "Script `chk_nginx` now returning 3",
				"VRRP_Script(chk_nginx) failed (exited with status 3)", "Script `chk_nginx` now returning 0", "VRRP_Script(chk_nginx) succeeded",
				"VRRP_Script(chk_nginx) timed_out");
		assertThat(script(1, 1, false).step(new Signalled(11)).log()).containsExactly(new Log(LogLevel.INFO, "VRRP_Script(chk_nginx) failed (due to signal 11)"));
	}

	@Test
	void isUndecidedUntilTheFirstResult() {
		assertThat(script(2, 3, false).undecided()).isTrue();
		assertThat(script(2, 3, true).undecided()).isFalse();
		assertThat(script(2, 3, true).good()).isFalse();
		ScriptStep first = script(2, 3, false).step(new Exited(0));
		assertThat(first.state().undecided()).isFalse();
		assertThat(first.state().good()).isTrue();
		assertThat(first.change()).isEqualTo(Change.BECAME_GOOD);
	}
}

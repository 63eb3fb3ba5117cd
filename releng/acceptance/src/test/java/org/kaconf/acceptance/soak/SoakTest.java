package org.kaconf.acceptance.soak;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kaconf.acceptance.ScenarioCondition;

/** A few faults in random order; {@code releng/acceptance/soak} has many. */
@Tag("live")
@ExtendWith(ScenarioCondition.class)
@Execution(ExecutionMode.CONCURRENT)
class SoakTest {
	@Test
	void oneMasterAndNothingLeft(@TempDir Path folder) throws Exception {
		try (Soak soak = new Soak(Long.getLong("kaconf.soak.seed", 1), Integer.getInteger("kaconf.soak.events", 25), folder, System.out)) {
			soak.run();
		}
	}
}

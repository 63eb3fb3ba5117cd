package org.kaconf.runtime.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.TrackProcess;

class ProcessCensusTest {
	private static final TrackProcess NGINX = new TrackProcess("p", "nginx", List.of(), TrackProcess.Match.NONE, false, 0, false, 1, null, Duration.ZERO, Duration.ZERO, null);

	@TempDir
	Path proc;

	private void process(int pid, String name, String state) throws IOException {
		Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
		Files.writeString(folder.resolve("stat"), pid + " (" + name + ") " + state + " 1 1");
		Files.writeString(folder.resolve("cmdline"), "/usr/sbin/" + name + "\0");
	}

	@Test
	void countsWhatRunsAndNotWhatOnlyWaitsToBeLookedAt() throws Exception {
		process(10, "nginx", "S");
		process(11, "nginx", "Z");
		process(12, "odd) name (", "S");
		Files.createDirectories(proc.resolve("acpi"));
		ProcessCensus census = new ProcessCensus(new ProcessTable(proc), List.of(NGINX));
		assertThat(census.quorums().getFirst().running()).isOne();
		assertThat(new ProcessTable(proc).name(12)).isEqualTo("odd) name (");
	}

	@Test
	void followsForksOtherProgramsAndEnds() throws Exception {
		process(10, "nginx", "S");
		ProcessCensus census = new ProcessCensus(new ProcessTable(proc), List.of(NGINX));
		ProcessQuorum quorum = census.quorums().getFirst();
		census.forked(10, 20, 0);
		census.forked(99, 100, 0);
		assertThat(quorum.running()).isEqualTo(2);
		process(20, "sh", "S");
		census.changed(20, 0);
		assertThat(quorum.running()).isOne();
		process(20, "nginx", "S");
		census.changed(20, 0);
		census.changed(20, 0);
		assertThat(quorum.running()).isEqualTo(2);
		census.ended(10, 0);
		census.ended(20, 0);
		census.ended(20, 0);
		assertThat(quorum.running()).isZero();
		assertThat(quorum.good()).isFalse();
	}

	@Test
	void countsAgainWhenEventsWereLost() throws Exception {
		process(10, "nginx", "S");
		ProcessCensus census = new ProcessCensus(new ProcessTable(proc), List.of(NGINX));
		process(10, "sh", "S");
		census.count(0);
		assertThat(census.quorums().getFirst().good()).isFalse();
		process(11, "nginx", "S");
		census.count(0);
		assertThat(census.quorums().getFirst().good()).isTrue();
		census.ended(11, 0);
		assertThat(census.quorums().getFirst().running()).isZero();
	}
}

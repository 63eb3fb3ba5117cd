package org.kaconf.runtime.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.TrackProcess;

class ProcessQuorumTest {
	private static final long SECOND = 1_000_000_000L;

	private static ProcessQuorum quorum(int least, Integer most, int forkDelay, int terminateDelay, int running) {
		return new ProcessQuorum(new TrackProcess("p", "nginx", List.of(), TrackProcess.Match.NONE, false, 0, false, least, most, Duration.ofSeconds(forkDelay),
				Duration.ofSeconds(terminateDelay), null), running);
	}

	@Test
	void enoughFromTheQuorumOn() {
		ProcessQuorum quorum = quorum(2, null, 0, 0, 1);
		assertThat(quorum.good()).isFalse();
		quorum.added(true, 0);
		assertThat(quorum.good()).isTrue();
		quorum.removed(true, 0);
		assertThat(quorum.good()).isFalse();
	}

	@Test
	void tooManyIsNotGoodEither() {
		ProcessQuorum quorum = quorum(1, 2, 0, 0, 2);
		quorum.added(false, 0);
		assertThat(quorum.good()).isFalse();
		quorum.removed(true, 0);
		assertThat(quorum.good()).isTrue();
	}

	@Test
	void anEndCountsAfterItsDelayOnly() {
		ProcessQuorum quorum = quorum(1, null, 0, 3, 1);
		quorum.removed(true, SECOND);
		assertThat(quorum.good()).isTrue();
		assertThat(quorum.nextDeadline()).isEqualTo(4 * SECOND);
		quorum.due(4 * SECOND - 1);
		assertThat(quorum.good()).isTrue();
		quorum.due(4 * SECOND);
		assertThat(quorum.good()).isFalse();
		assertThat(quorum.nextDeadline()).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void whoComesBackWithinTheDelayWasNeverGone() {
		ProcessQuorum quorum = quorum(1, null, 5, 3, 1);
		quorum.removed(true, SECOND);
		quorum.added(true, 2 * SECOND);
		assertThat(quorum.good()).isTrue();
		assertThat(quorum.nextDeadline()).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void aForkCountsAfterItsDelayButAnotherProgramAtOnce() {
		ProcessQuorum forked = quorum(1, null, 2, 0, 0);
		forked.added(true, SECOND);
		assertThat(forked.good()).isFalse();
		forked.due(3 * SECOND);
		assertThat(forked.good()).isTrue();
		ProcessQuorum executed = quorum(1, null, 2, 0, 0);
		executed.added(false, SECOND);
		assertThat(executed.good()).isTrue();
	}

	@Test
	void aForkThatEndsWithinItsDelayNeverCounted() {
		ProcessQuorum quorum = quorum(1, null, 2, 0, 0);
		quorum.added(true, SECOND);
		quorum.removed(true, 2 * SECOND);
		quorum.due(10 * SECOND);
		assertThat(quorum.good()).isFalse();
	}

	@Test
	void countingAgainCountsAnEndAfterItsDelayToo() {
		ProcessQuorum quorum = quorum(1, null, 0, 3, 2);
		quorum.counted(0, SECOND);
		assertThat(quorum.good()).isTrue();
		quorum.due(4 * SECOND);
		assertThat(quorum.good()).isFalse();
		quorum.counted(5, 5 * SECOND);
		assertThat(quorum.good()).isTrue();
	}
}

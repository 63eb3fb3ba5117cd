package org.kaconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.model.ProcessSettings;
import org.kaconf.runtime.linux.Scheduling;

@Tag("live")
@Timeout(20)
class StandstillsTest {
	private static final long HELD = Duration.ofMillis(100).toNanos();
	/** The watch looks every 5 ms; so much may be over before it was due to look. */
	private static final long UNSEEN = Duration.ofMillis(10).toNanos();

	@Test
	void aProcessorThatWasTakenByAHigherPriorityStoodStill() throws Exception {
		try (Standstills standstills = new Standstills()) {
			FutureTask<long[]> holder = new FutureTask<>(StandstillsTest::hold);
			Thread.ofPlatform().start(holder);
			long[] held = holder.get();
			long most = held[1] - held[0] - HELD + UNSEEN;
			// The watch of that processor runs once the holder has ended, and so perhaps after this thread.
			while (standstills.awakeBetween(held[0], held[1]) > most) {
				Thread.sleep(1);
			}
			assertThat(standstills.awakeBetween(held[0] - HELD, held[1])).isBetween(0L, HELD + most);
			assertThat(standstills.longestGap(List.of(new Frame(held[0], new byte[0]), new Frame(held[1], new byte[0])))).isLessThanOrEqualTo(most);
		}
	}

	/** @return from when to when the first processor was taken */
	private static long[] hold() {
		assertThat(Scheduling.apply(new ProcessSettings(null, false, 2, null, List.of(0)))).isEmpty();
		long from = System.nanoTime();
		long to = from;
		while (to - from < HELD) {
			to = System.nanoTime();
		}
		return new long[] {from, to};
	}

	@Test
	void timeInWhichNothingStoodStillCountsInFull() {
		try (Standstills standstills = new Standstills()) {
			// Before the watch began.
			long then = System.nanoTime() - Duration.ofHours(1).toNanos();
			assertThat(standstills.awakeBetween(then, then + 7)).isEqualTo(7);
			assertThat(standstills.longestGap(List.of(new Frame(then, new byte[0]), new Frame(then + 3, new byte[0]), new Frame(then + 5, new byte[0])))).isEqualTo(3);
			assertThat(standstills.longestGap(List.of())).isZero();
		}
	}
}

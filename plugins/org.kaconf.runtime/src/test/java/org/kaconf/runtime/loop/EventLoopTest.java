package org.kaconf.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.runtime.linux.EventDescriptor;

@Timeout(20)
class EventLoopTest {
	/** Due at fixed times after the start. */
	private static final class Series implements EventLoop.Deadlines {
		private final EventLoop loop;
		private final long start = System.nanoTime();
		private final long interval;
		private final int count;
		private final List<Long> due = new ArrayList<>();

		Series(EventLoop loop, long interval, int count) {
			this.loop = loop;
			this.interval = interval;
			this.count = count;
		}

		@Override
		public long next() {
			return due.size() == count ? Long.MAX_VALUE : start + (due.size() + 1) * interval;
		}

		@Override
		public void due(long now) {
			assertThat(now).isGreaterThanOrEqualTo(next());
			due.add(now);
			if (due.size() == count) {
				loop.stop();
			}
		}
	}

	@Test
	void neverActsBeforeADeadline() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			Series series = new Series(loop, 5_000_000, 40);
			loop.run(series);
			assertThat(series.due).hasSize(40);
		}
	}

	/** Counts rounds, and what they allocate after the first half. */
	private static final class Rounds implements EventLoop.Deadlines {
		private static final int HALF = 10_000;
		private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		private final EventLoop loop;
		private int rounds;
		private long allocated;

		Rounds(EventLoop loop) {
			this.loop = loop;
		}

		@Override
		public long next() {
			return 0;
		}

		@Override
		public void due(long now) {
			rounds++;
			if (rounds == HALF) {
				allocated = threads.getCurrentThreadAllocatedBytes();
			} else if (rounds == 2 * HALF) {
				allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
				loop.stop();
			}
		}
	}

	@Test
	void aRoundAllocatesNothing() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			Rounds rounds = new Rounds(loop);
			loop.run(rounds);
			// The measuring itself may allocate something, but nothing that grows with the rounds.
			assertThat(rounds.allocated).isLessThan(Rounds.HALF);
		}
	}

	@Test
	void runsTasksOfOtherThreadsInOrderOnItsOwn() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			List<Integer> order = new ArrayList<>();
			List<Thread> threads = new ArrayList<>();
			Thread.ofPlatform().start(() -> {
				for (int i = 0; i < 1000; i++) {
					int number = i;
					loop.post(() -> {
						order.add(number);
						threads.add(Thread.currentThread());
					});
				}
				loop.post(loop::stop);
			});
			loop.run(new Series(loop, 1, 0));
			assertThat(order).hasSize(1000).isSorted();
			assertThat(threads).containsOnly(Thread.currentThread());
		}
	}

	@Test
	void takesWhatHasArrivedBeforeADeadlineThatHasPassed() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			List<String> order = new ArrayList<>();
			loop.post(() -> order.add("arrived"));
			loop.run(new EventLoop.Deadlines() {
				@Override
				public long next() {
					return Long.MIN_VALUE;
				}

				@Override
				public void due(long now) {
					order.add("due");
					loop.stop();
				}
			});
			assertThat(order).containsExactly("arrived", "due");
		}
	}

	@Test
	void tellsTheHandlerItWokeUpForSinceWhenItSlept() throws Exception {
		try (EventLoop loop = new EventLoop(); EventDescriptor first = new EventDescriptor(); EventDescriptor second = new EventDescriptor()) {
			long start = System.nanoTime();
			List<Long> asleepSince = new ArrayList<>();
			for (EventDescriptor descriptor : List.of(first, second)) {
				loop.add(descriptor, () -> {
					asleepSince.add(loop.asleepSince());
					descriptor.drain();
					if (asleepSince.size() == 2) {
						loop.stop();
					}
				});
				descriptor.signal();
			}
			loop.run(new Series(loop, 1, 0));
			assertThat(asleepSince.getFirst()).isBetween(start, System.nanoTime());
			assertThat(asleepSince.getLast()).isEqualTo(Long.MAX_VALUE);
			assertThat(loop.asleepSince()).isEqualTo(Long.MAX_VALUE);
		}
	}

	@Test
	void tellsHowLateItIsForADeadlineEvenWhileWorkWaits() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			List<Long> late = new ArrayList<>();
			loop.whenLate(late::add);
			long missed = System.nanoTime() - 50_000_000;
			Queue<Long> deadlines = new ArrayDeque<>(List.of(Long.MAX_VALUE, missed));
			loop.run(new EventLoop.Deadlines() {
				@Override
				public boolean hasWork() {
					return !deadlines.isEmpty();
				}

				@Override
				public long next() {
					return deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.peek();
				}

				@Override
				public void due(long now) {
					deadlines.remove();
					if (deadlines.isEmpty()) {
						loop.stop();
					}
				}
			});
			assertThat(late).singleElement().satisfies(nanos -> assertThat(nanos).isGreaterThanOrEqualTo(50_000_000));
		}
	}

	/** As when the machine stands still while the thread is at work, so that it does not oversleep. */
	@Test
	void tellsThatItWasHeldUpAtWork() throws Exception {
		try (EventLoop loop = new EventLoop()) {
			long standstill = Duration.ofMillis(300).toNanos();
			long deadline = System.nanoTime();
			List<Long> held = new ArrayList<>();
			loop.run(new EventLoop.Deadlines() {
				private long works;

				@Override
				public long next() {
					return deadline;
				}

				@Override
				public void heldUp(long nanos, long now) {
					held.add(nanos);
				}

				@Override
				public void due(long now) {
					if (works++ > 0) {
						loop.stop();
						return;
					}
					while (System.nanoTime() - now < standstill) {
						Thread.onSpinWait();
					}
				}
			});
			assertThat(held).singleElement().satisfies(nanos -> assertThat(nanos).isGreaterThanOrEqualTo(standstill));
		}
	}

	@Test
	void takesPostsAfterItsEnd() throws Exception {
		EventLoop loop = new EventLoop();
		loop.close();
		loop.post(() -> {
			throw new AssertionError("nobody runs this");
		});
		loop.close();
	}

	@Test
	void refusesTasksOnceItIsClosed() throws Exception {
		EventLoop loop = new EventLoop();
		assertThat(loop.post(() -> {
		})).isTrue();
		loop.close();
		assertThat(loop.post(() -> {
			throw new AssertionError("runs");
		})).isFalse();
	}
}

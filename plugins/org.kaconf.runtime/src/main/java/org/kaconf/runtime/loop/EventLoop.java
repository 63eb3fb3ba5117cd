package org.kaconf.runtime.loop;

import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.kaconf.runtime.linux.Descriptor;
import org.kaconf.runtime.linux.Epoll;
import org.kaconf.runtime.linux.EventDescriptor;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.TimerDescriptor;

/**
 * Waits for packets, deadlines and what other threads hand in, on the one thread that owns all VRRP state. Only {@link #post} may be called by
 * other threads.
 */
public final class EventLoop implements AutoCloseable {
	/** What is due when. */
	public interface Deadlines {
		/** The next one, of {@link System#nanoTime()}; {@link Long#MAX_VALUE} for none. */
		long next();

		/** When the thread should be awake for it, to be in time: from then on it watches and calls {@link #due} again and again. Not after {@link #next}. */
		default long wakeUp() {
			return next();
		}

		/** Whether there is something to do that no deadline stands for. */
		default boolean hasWork() {
			return false;
		}

		/**
		 * The thread was to be awake at {@link #wakeUp}, but only was this much later, or stood still for this long in the middle of its work. What had arrived by then has been taken; what is due comes next.
		 *
		 * @param nanos more than it takes to wake up
		 */
		default void heldUp(long nanos, long now) {
		}

		/** Does what is due, or the first part of it. */
		void due(long now);
	}

	/** Who wakes up by more than this too late was held up: far more than the kernel needs to wake a thread, and less than matters to any timer. */
	private static final long HELD_UP = Duration.ofMillis(1).toNanos();
	/** Who was awake and takes this long from one look at the deadlines to the next was held up, too: no work of the thread's own takes so long. */
	private static final long LONGEST_WORK = Duration.ofMillis(200).toNanos();

	private final Epoll epoll;
	private final TimerDescriptor timer;
	private final EventDescriptor wakeUp;
	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
	/** By descriptor number. */
	private Runnable[] handlers = new Runnable[64];
	private LongConsumer lateness = late -> {
	};
	private long asleepSince = Long.MAX_VALUE;
	private boolean stopped;
	/** Guarded by the queue of tasks. */
	private boolean closed;

	public EventLoop() throws LinuxException {
		epoll = new Epoll();
		timer = new TimerDescriptor();
		wakeUp = new EventDescriptor();
		add(timer, timer::drain);
		add(wakeUp, this::runTasks);
	}

	/** Calls the handler whenever the descriptor is readable; the handler must read it empty. */
	public void add(Descriptor descriptor, Runnable handler) throws LinuxException {
		epoll.add(descriptor);
		if (descriptor.number() >= handlers.length) {
			handlers = Arrays.copyOf(handlers, descriptor.number() * 2);
		}
		handlers[descriptor.number()] = handler;
	}

	/** To be called before the descriptor is closed. */
	public void remove(Descriptor descriptor) {
		epoll.remove(descriptor);
		handlers[descriptor.number()] = null;
	}

	/** @param listener hears after each wait for how many nanoseconds a deadline has been due */
	public void whenLate(LongConsumer listener) {
		lateness = listener;
	}

	/**
	 * Runs a task on the loop's thread, soon; tasks run in the order in which they were handed in.
	 *
	 * @return false when the loop is closed: then the task never runs
	 */
	public boolean post(Runnable task) {
		synchronized (tasks) {
			if (closed) {
				return false;
			}
			tasks.add(task);
			wakeUp.signal();
			return true;
		}
	}

	/** Runs what was handed in so far; by itself while the loop runs. */
	public void runTasks() {
		wakeUp.drain();
		Runnable task;
		while ((task = tasks.poll()) != null) {
			task.run();
		}
	}

	/**
	 * For the handler that the thread has woken up for: since when it had nothing to do, by {@link System#nanoTime()}. {@link Long#MAX_VALUE} for all others, who are called after something
	 * else was done.
	 */
	public long asleepSince() {
		return asleepSince;
	}

	/** Makes {@link #run} return after what it is doing. */
	public void stop() {
		stopped = true;
	}

	/**
	 * Runs until {@link #stop}. What has arrived is taken before a deadline is: a thread that was held up for long must not act on the silence of
	 * a master whose adverts wait to be read.
	 */
	public void run(Deadlines deadlines) throws LinuxException {
		long looked = System.nanoTime();
		while (!stopped) {
			long next = deadlines.next();
			long wakeUp = deadlines.wakeUp();
			long now = System.nanoTime();
			long overslept = 0;
			int ready;
			if (deadlines.hasWork() || wakeUp <= now) {
				ready = epoll.poll();
			} else {
				timer.set(wakeUp);
				asleepSince = now;
				ready = epoll.await();
				overslept = System.nanoTime() - wakeUp;
			}
			long late = System.nanoTime() - next;
			if (late > 0) {
				lateness.accept(late);
			}
			for (int i = 0; i < ready; i++) {
				// An earlier handler of this round may have removed it.
				Runnable handler = handlers[epoll.ready(i)];
				if (handler != null) {
					handler.run();
				}
				asleepSince = Long.MAX_VALUE;
			}
			now = System.nanoTime();
			long worked = now - Math.max(looked, wakeUp);
			if (overslept > HELD_UP) {
				deadlines.heldUp(overslept, now);
			} else if (worked > LONGEST_WORK) {
				deadlines.heldUp(worked, now);
			}
			looked = now;
			if (deadlines.hasWork() || deadlines.wakeUp() <= now) {
				deadlines.due(now);
			}
		}
	}

	@Override
	public void close() {
		synchronized (tasks) {
			closed = true;
		}
		epoll.close();
		timer.close();
		wakeUp.close();
	}
}

package org.kaconf.runtime.control;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands events on to whoever has subscribed. Nobody who listens slowly holds up the one who speaks: what does not fit is dropped and counted. */
public final class Broadcast {
	private static final int CAPACITY = 1000;
	private static final Object END = new Object();

	private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

	/** Tells all subscribers, if there are any. Never waits; for any thread. */
	public void publish(Object event) {
		for (Subscription subscription : subscriptions) {
			subscription.offer(event);
		}
	}

	/** Whether anybody listens. */
	public boolean isHeard() {
		return !subscriptions.isEmpty();
	}

	/** Nothing more is to come: who has heard all hears the end. */
	void end() {
		for (Subscription subscription : subscriptions) {
			subscription.end();
		}
	}

	/** Listens from now on, until it is closed. */
	Subscription subscribe() {
		Subscription subscription = new Subscription();
		subscriptions.add(subscription);
		return subscription;
	}

	/** What one subscriber has yet to hear. */
	final class Subscription implements AutoCloseable {
		private final BlockingQueue<Object> events = new ArrayBlockingQueue<>(CAPACITY);
		private final AtomicInteger lost = new AtomicInteger();
		private volatile boolean ended;

		private void offer(Object event) {
			if (!events.offer(event)) {
				lost.incrementAndGet();
			}
		}

		private void end() {
			ended = true;
			// Wakes up who waits; who does not wait has something to hear before.
			events.offer(END);
		}

		/** The next event, or how many were lost, or after some quiet seconds that there is none. @return {@code null} at the end */
		Object next(int quietSeconds) throws InterruptedException {
			int missing = events.isEmpty() ? lost.getAndSet(0) : 0;
			if (missing > 0) {
				return Map.of("event", "lost", "count", missing);
			}
			Object event = ended ? events.poll() : events.poll(quietSeconds, TimeUnit.SECONDS);
			if (event == END || event == null && ended) {
				return null;
			}
			return event == null ? Map.of("event", "quiet") : event;
		}

		@Override
		public void close() {
			subscriptions.remove(this);
		}
	}
}

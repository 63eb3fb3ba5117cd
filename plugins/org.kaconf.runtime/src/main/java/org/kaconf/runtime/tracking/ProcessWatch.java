package org.kaconf.runtime.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kaconf.model.TrackProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.ProcessEvents;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;

/**
 * Watches processes on a thread and an event loop of its own: a machine that starts thousands of them a second must not disturb adverts. Without the
 * kernel's process events it looks into /proc every second.
 */
final class ProcessWatch implements EventLoop.Deadlines, ProcessEvents.Listener, AutoCloseable {
	private static final Path PROC = Path.of("/proc");
	private static final long LOOK_NANOS = 1_000_000_000L;

	private final EventLoop loop;
	private final ProcessCensus census;
	private final Log log;
	private final BiConsumer<TrackProcess, Boolean> changed;
	private final Map<TrackProcess, Boolean> told = new HashMap<>();
	/** {@code null} when the kernel tells nothing. */
	private ProcessEvents events;
	private long nextLook = Long.MAX_VALUE;
	private Thread thread;

	/** @param changed called on the watch's thread with whether there are enough of them now, when that changes */
	ProcessWatch(List<TrackProcess> tracked, Log log, BiConsumer<TrackProcess, Boolean> changed) throws LinuxException {
		this.log = log;
		this.changed = changed;
		loop = new EventLoop();
		try {
			// First the events, then the look: a process in between is seen twice rather than not at all.
			events = new ProcessEvents();
			loop.add(events, () -> events.read(this));
		} catch (LinuxException e) {
			log.info("Process events are not available (" + e.getMessage() + "), looking into /proc every second instead");
			nextLook = System.nanoTime() + LOOK_NANOS;
		}
		census = new ProcessCensus(new ProcessTable(PROC), tracked);
		census.quorums().forEach(quorum -> told.put(quorum.process(), quorum.good()));
	}

	/** How things stood at first. */
	Map<TrackProcess, Boolean> first() {
		return Map.copyOf(told);
	}

	void start() {
		thread = Thread.ofPlatform().name("processes").daemon().start(this::run);
	}

	private void run() {
		try (loop) {
			loop.run(this);
		} catch (LinuxException e) {
			log.info("Processes are not tracked any more: " + e.getMessage());
		} finally {
			if (events != null) {
				events.close();
			}
		}
	}

	@Override
	public long next() {
		return Math.min(nextLook, census.nextDeadline());
	}

	@Override
	public void due(long now) {
		census.due(now);
		if (nextLook <= now) {
			nextLook = events == null ? now + LOOK_NANOS : Long.MAX_VALUE;
			census.count(now);
		}
		tell();
	}

	@Override
	public void forked(int parent, int child) {
		census.forked(parent, child, System.nanoTime());
		tell();
	}

	@Override
	public void changed(int pid) {
		census.changed(pid, System.nanoTime());
		tell();
	}

	@Override
	public void ended(int pid) {
		census.ended(pid, System.nanoTime());
		tell();
	}

	/** Lets the storm pass, as keepalived does, and counts then. */
	@Override
	public void overrun() {
		nextLook = System.nanoTime() + LOOK_NANOS;
	}

	private void tell() {
		for (ProcessQuorum quorum : new ArrayList<>(census.quorums())) {
			if (told.put(quorum.process(), quorum.good()) != quorum.good()) {
				log.info("Quorum " + (quorum.good() ? "gained" : "lost") + " for tracked process " + quorum.process().name());
				changed.accept(quorum.process(), quorum.good());
			}
		}
	}

	@Override
	public void close() {
		if (!loop.post(loop::stop)) {
			return;
		}
		try {
			if (thread != null) {
				thread.join(LOOK_NANOS / 1_000_000);
			} else {
				run();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

package org.kaconf.runtime.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Node;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.machine.Tracker.Kind;

/** How the tracked processes, files and BFD sessions of this node stand. Belongs to the loop's thread. */
public final class Observation implements AutoCloseable {
	private final EventLoop loop;
	private final Log log;
	private final Observer observer;
	private final Map<Tracker, Event> standing = new HashMap<>();
	private List<TrackProcess> processes = List.of();
	private List<TrackFile> files = List.of();
	private List<BfdSession> sessions = List.of();
	private ProcessWatch processWatch;
	private FileWatch fileWatch;

	public Observation(EventLoop loop, Log log, Observer observer) {
		this.loop = loop;
		this.log = log;
		this.observer = observer;
	}

	/**
	 * Watches what this configuration tracks from now on. A BFD session is down until it is reported up, as in keepalived, and a reload keeps what was reported.
	 *
	 * @param tracked what anything tracks
	 * @param starting whether the daemon starts
	 */
	public void configure(Node node, Set<Tracker> tracked, boolean starting) {
		List<TrackFile> trackedFiles = node.files().stream().filter(file -> tracked.contains(Tracker.file(file.name()))).toList();
		List<TrackProcess> trackedProcesses = node.processes().stream().filter(process -> tracked.contains(Tracker.process(process.name()))).toList();
		trackedFiles.forEach(file -> FileCreation.create(file, starting, log));
		try {
			watchFiles(trackedFiles);
			watchProcesses(trackedProcesses);
		} catch (LinuxException e) {
			log.info("Not everything can be tracked: " + e.getMessage());
		}
		sessions = node.bfdSessions();
		sessions.forEach(session -> standing.putIfAbsent(Tracker.bfd(session.name()), new Event.Track(Tracker.bfd(session.name()), false)));
		standing.keySet().removeIf(tracker -> !tracked.contains(tracker));
	}

	private void watchFiles(List<TrackFile> wanted) throws LinuxException {
		if (wanted.equals(files)) {
			return;
		}
		if (fileWatch != null) {
			fileWatch.close();
			fileWatch = null;
		}
		if (!wanted.isEmpty()) {
			fileWatch = new FileWatch(wanted, loop, log, this::fileChanged);
			fileWatch.first().forEach(this::fileChanged);
		}
		files = wanted;
	}

	private void fileChanged(TrackFile file, int value) {
		changed(Tracker.file(file.name()), new Event.FileValue(file.name(), value));
	}

	private void watchProcesses(List<TrackProcess> wanted) throws LinuxException {
		if (wanted.equals(processes)) {
			return;
		}
		if (processWatch != null) {
			processWatch.close();
			processWatch = null;
		}
		if (!wanted.isEmpty()) {
			processWatch = new ProcessWatch(wanted, log, (process, good) -> loop.post(() -> processChanged(process, good)));
			processWatch.first().forEach(this::processChanged);
			processWatch.start();
		}
		processes = wanted;
	}

	private void processChanged(TrackProcess process, boolean good) {
		Tracker tracker = Tracker.process(process.name());
		changed(tracker, new Event.Track(tracker, good));
	}

	/** A BFD session was reported up or down. @throws IllegalArgumentException when there is none of this name */
	public void reported(String session, boolean up) {
		if (sessions.stream().noneMatch(known -> known.name().equals(session))) {
			throw new IllegalArgumentException("there is no bfd_instance " + session + "; known are " + sessions.stream().map(BfdSession::name).toList());
		}
		Tracker tracker = Tracker.bfd(session);
		Event event = new Event.Track(tracker, up);
		if (!event.equals(standing.get(tracker))) {
			log.info("BFD session " + session + " is " + (up ? "UP" : "DOWN"));
			changed(tracker, event);
		}
	}

	private void changed(Tracker tracker, Event event) {
		if (!event.equals(standing.put(tracker, event))) {
			observer.changed(tracker, event);
		}
	}

	/** How a thing stands; empty for what is not observed here. */
	public Optional<Event> standing(Tracker tracker) {
		return tracker.kind() == Kind.SCRIPT || tracker.kind() == Kind.INTERFACE ? Optional.empty() : Optional.ofNullable(standing.get(tracker));
	}

	@Override
	public void close() {
		if (fileWatch != null) {
			fileWatch.close();
		}
		if (processWatch != null) {
			processWatch.close();
		}
	}
}

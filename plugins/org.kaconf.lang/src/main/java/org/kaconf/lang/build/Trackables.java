package org.kaconf.lang.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.model.BfdSession;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;

/** What is defined so far that can be tracked; keepalived does not look ahead. Of definitions of the same name the first counts. */
final class Trackables {
	private final Map<String, Script> scripts = new LinkedHashMap<>();
	private final Map<String, TrackProcess> processes = new LinkedHashMap<>();
	private final Map<String, TrackFile> files = new LinkedHashMap<>();
	private final Map<String, BfdSession> bfdSessions = new LinkedHashMap<>();

	void add(Script script) {
		scripts.putIfAbsent(script.name(), script);
	}

	void add(TrackProcess process) {
		processes.putIfAbsent(process.name(), process);
	}

	void add(TrackFile file) {
		files.putIfAbsent(file.name(), file);
	}

	void add(BfdSession session) {
		bfdSessions.putIfAbsent(session.name(), session);
	}

	/** What tracking a name means when its line says nothing more; empty when nothing of the kind has that name. */
	Optional<Tracked> find(TrackerKind kind, String name, Origins origins) {
		return switch (kind) {
			case SCRIPT -> Optional.ofNullable(scripts.get(name)).map(s -> new Tracked(name, s.weight(), s.reverse(), origins));
			case INTERFACE -> Optional.of(new Tracked(name, 0, false, origins));
			case PROCESS -> Optional.ofNullable(processes.get(name)).map(p -> new Tracked(name, p.weight(), p.reverse(), origins));
			case FILE -> Optional.ofNullable(files.get(name)).map(f -> new Tracked(name, f.weight(), f.reverse(), origins));
			case BFD -> Optional.ofNullable(bfdSessions.get(name)).filter(BfdSession::vrrp).map(b -> new Tracked(name, b.weight(), b.reverse(), origins));
		};
	}

	List<Script> scripts() {
		return List.copyOf(scripts.values());
	}

	List<TrackProcess> processes() {
		return List.copyOf(processes.values());
	}

	List<TrackFile> files() {
		return List.copyOf(files.values());
	}

	List<BfdSession> bfdSessions() {
		return List.copyOf(bfdSessions.values());
	}
}

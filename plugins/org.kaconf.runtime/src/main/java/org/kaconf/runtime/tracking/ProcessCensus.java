package org.kaconf.runtime.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.TrackProcess;

/** Which processes are of which tracked kind, as events tell and as a look into the table shows. For one thread. */
final class ProcessCensus {
	private final ProcessTable table;
	private final List<ProcessQuorum> quorums = new ArrayList<>();
	private final Map<Integer, List<ProcessQuorum>> byProcess = new HashMap<>();

	/** Looks into the table for the first time. */
	ProcessCensus(ProcessTable table, List<TrackProcess> tracked) {
		this.table = table;
		Map<TrackProcess, List<Integer>> found = new HashMap<>();
		tracked.forEach(process -> found.put(process, new ArrayList<>()));
		for (int pid : table.all()) {
			tracked.stream().filter(process -> matches(process, pid)).forEach(process -> found.get(process).add(pid));
		}
		for (TrackProcess process : tracked) {
			ProcessQuorum quorum = new ProcessQuorum(process, found.get(process).size());
			quorums.add(quorum);
			found.get(process).forEach(pid -> byProcess.computeIfAbsent(pid, p -> new ArrayList<>()).add(quorum));
		}
	}

	List<ProcessQuorum> quorums() {
		return quorums;
	}

	private boolean matches(TrackProcess process, int pid) {
		return ProcessMatcher.matches(process, process.fullCommand() ? "" : table.name(pid), process.fullCommand() ? table.commandLine(pid) : "");
	}

	/** A child is what its parent is, until it runs another program. */
	void forked(int parent, int child, long now) {
		List<ProcessQuorum> inherited = byProcess.get(parent);
		if (inherited != null) {
			byProcess.put(child, new ArrayList<>(inherited));
			inherited.forEach(quorum -> quorum.added(true, now));
		}
	}

	/** A process runs another program, or calls itself differently. */
	void changed(int pid, long now) {
		List<ProcessQuorum> before = byProcess.getOrDefault(pid, List.of());
		List<ProcessQuorum> after = quorums.stream().filter(quorum -> matches(quorum.process(), pid)).toList();
		before.stream().filter(quorum -> !after.contains(quorum)).forEach(quorum -> quorum.removed(false, now));
		after.stream().filter(quorum -> !before.contains(quorum)).forEach(quorum -> quorum.added(false, now));
		set(pid, after);
	}

	void ended(int pid, long now) {
		List<ProcessQuorum> before = byProcess.remove(pid);
		if (before != null) {
			before.forEach(quorum -> quorum.removed(true, now));
		}
	}

	/** Counts all again, because not every event was heard. */
	void count(long now) {
		byProcess.clear();
		Map<ProcessQuorum, Integer> counts = new HashMap<>();
		for (int pid : table.all()) {
			List<ProcessQuorum> matching = quorums.stream().filter(quorum -> matches(quorum.process(), pid)).toList();
			set(pid, matching);
			matching.forEach(quorum -> counts.merge(quorum, 1, Integer::sum));
		}
		quorums.forEach(quorum -> quorum.counted(counts.getOrDefault(quorum, 0), now));
	}

	private void set(int pid, List<ProcessQuorum> quorumsOfIt) {
		if (quorumsOfIt.isEmpty()) {
			byProcess.remove(pid);
		} else {
			byProcess.put(pid, new ArrayList<>(quorumsOfIt));
		}
	}

	/** When a delay ends. */
	long nextDeadline() {
		return quorums.stream().mapToLong(ProcessQuorum::nextDeadline).min().orElse(Long.MAX_VALUE);
	}

	void due(long now) {
		quorums.forEach(quorum -> quorum.due(now));
	}
}

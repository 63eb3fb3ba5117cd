package org.kaconf.runtime.control;

import java.util.List;
import java.util.Map;

/**
 * How a running node stands; the answer to {@code {"command":"status"}}. Holds no password. Times are ISO-8601 in UTC.
 *
 * @param pid of the daemon's process
 * @param startedAt when the daemon started
 */
public record NodeStatus(String node, long pid, String version, String startedAt, List<InstanceStatus> instances,
		List<ScriptStatus> scripts) {
	/**
	 * One virtual router.
	 *
	 * @param state {@code INITIALIZE}, {@code BACKUP}, {@code MASTER} or {@code FAULT}
	 * @param basePriority as configured
	 * @param priority with the weights of what is tracked
	 * @param sourceAddress where its adverts come from; {@code null} while the interface has no address
	 * @param masterAddress who is master as far as is known; {@code null} for nobody
	 * @param masterPriority the master's priority; 0 for not known
	 */
	public record InstanceStatus(String name, String state, int basePriority, int priority, int virtualRouterId, String interfaceName, int vrrpVersion,
			List<String> virtualAddresses, String sourceAddress, String masterAddress, int masterPriority, Timers timers, List<TrackerStatus> trackers,
			Counters counters, List<Transition> transitions) {
	}

	/**
	 * In milliseconds.
	 *
	 * @param masterDown how long a backup waits for an advert
	 * @param next until something is due: a master's next advert, a backup's taking over; {@code null} for nothing
	 */
	public record Timers(long advertInterval, long masterAdvertInterval, long masterDown, Long next) {
	}

	/**
	 * Something the instance tracks.
	 *
	 * @param kind {@code script}, {@code interface}, {@code process}, {@code file} or {@code bfd}
	 * @param state {@code good}, {@code bad} or {@code unknown}; the number in a file
	 * @param contribution what it adds to the priority now
	 * @param fault whether it keeps the instance from taking part
	 */
	public record TrackerStatus(String kind, String name, int weight, boolean reverse, String state, int contribution, boolean fault) {
	}

	/**
	 * @param advertsReceived packets that name the virtual router, those that were dropped included
	 * @param priorityZeroSent goodbyes among the adverts sent
	 * @param priorityZeroReceived goodbyes of other nodes
	 * @param dropped adverts dropped, by reason, named as in RFC 2787
	 */
	public record Counters(long advertsSent, long advertsReceived, long priorityZeroSent, long priorityZeroReceived, long gratuitousArpsSent, long becameMaster,
			Map<String, Long> dropped) {
	}

	/** A change of state; the latest is the last. */
	public record Transition(String at, String state, int priority) {
	}

	/**
	 * A script the node runs.
	 *
	 * @param state {@code good}, {@code bad} or {@code unknown}
	 * @param lastStatus exit status of the last run that exited
	 */
	public record ScriptStatus(String name, String state, int lastStatus) {
	}
}

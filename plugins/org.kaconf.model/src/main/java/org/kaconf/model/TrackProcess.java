package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * A {@code vrrp_track_process}: good while enough processes of a kind run.
 *
 * @param program path or name of the program
 * @param parameters that its command line must have; empty for any, unless {@link #match} says otherwise
 * @param fullCommand the whole command line is compared instead of the name that the kernel keeps, which has 15 characters
 * @param weight -254..254; 0 makes too few processes a fault
 * @param quorum least number of processes, 0..65535
 * @param quorumMax greatest number of processes, 0..65535; {@code null} for no limit
 * @param forkDelay how long enough processes must run before they count
 * @param terminateDelay how long they may be too few before that counts
 */
public record TrackProcess(String name, String program, List<String> parameters, Match match, boolean fullCommand, int weight, boolean reverse,
		int quorum, Integer quorumMax, Duration forkDelay, Duration terminateDelay, Origins origins) {
	public TrackProcess {
		origins = Origins.orNone(origins);
		parameters = List.copyOf(parameters);
	}

	/** Whether so many processes are enough and not too many. */
	public boolean isGood(int running) {
		return running >= quorum && (quorumMax == null || running <= quorumMax);
	}

	/** How the parameters of a process are compared. */
	public enum Match {
		/** Not at all. */
		NONE,
		/** All must be equal. */
		EXACT,
		/** The process may have further ones, and its last one compared may go on. */
		INITIAL,
		/** The process may have further ones. */
		PARTIAL
	}
}

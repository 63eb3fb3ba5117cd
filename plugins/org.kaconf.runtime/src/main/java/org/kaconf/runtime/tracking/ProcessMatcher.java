package org.kaconf.runtime.tracking;

import java.util.List;
import org.kaconf.model.TrackProcess;

/** Whether a process is of the kind that is tracked, compared as keepalived compares (track_process.c). */
final class ProcessMatcher {
	private ProcessMatcher() {
	}

	/**
	 * @param name that the kernel keeps for it, at most 15 characters
	 * @param commandLine its words, each closed by a zero; empty for one that has none any more
	 */
	static boolean matches(TrackProcess tracked, String name, String commandLine) {
		if (!tracked.fullCommand()) {
			return name.equals(tracked.program());
		}
		int end = commandLine.indexOf('\0');
		String program = end < 0 ? commandLine : commandLine.substring(0, end);
		return program.equals(tracked.program()) && parametersMatch(tracked.match(), closed(tracked.parameters()), end < 0 ? "" : commandLine.substring(end + 1));
	}

	private static String closed(List<String> parameters) {
		StringBuilder text = new StringBuilder();
		parameters.forEach(parameter -> text.append(parameter).append('\0'));
		return text.toString();
	}

	private static boolean parametersMatch(TrackProcess.Match match, String wanted, String actual) {
		return switch (match) {
			case NONE -> true;
			case EXACT -> actual.equals(wanted);
			case PARTIAL -> actual.startsWith(wanted);
			// The last one may go on.
			case INITIAL -> actual.length() >= wanted.length() && actual.startsWith(wanted.isEmpty() ? "" : wanted.substring(0, wanted.length() - 1));
		};
	}
}

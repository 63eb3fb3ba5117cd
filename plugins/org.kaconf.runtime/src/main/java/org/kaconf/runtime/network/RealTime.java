package org.kaconf.runtime.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs before everything else on the machine (SCHED_FIFO). Daemons that send adverts every 100 ms count as dead after 300 ms; on a
 * machine that is busy with other things, such as a build, that would otherwise be the scheduler's doing.
 */
public final class RealTime {
	private static final List<String> PREFIX = probe(List.of("chrt", "--fifo", "1"));

	private RealTime() {
	}

	/** The command line that does it; the same words where this machine does not allow it. */
	public static List<String> command(List<String> words) {
		List<String> command = new ArrayList<>(PREFIX);
		command.addAll(words);
		return command;
	}

	private static List<String> probe(List<String> prefix) {
		List<String> command = new ArrayList<>(prefix);
		command.add("true");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return process.waitFor() == 0 ? prefix : List.of();
		} catch (IOException notInstalled) {
			return List.of();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return List.of();
		}
	}
}

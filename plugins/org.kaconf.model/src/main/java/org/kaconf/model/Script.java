package org.kaconf.model;

import java.time.Duration;

/**
 * A {@code vrrp_script}.
 *
 * @param command what runs; while a generated check has no path yet, the script's name in its place
 * @param check what the generated script looks at; {@code null} for a script of the user's own
 * @param interval between two runs, at least 1 s
 * @param timeout after which a run counts as failed; where the text says none, the interval, and for a check at least what it needs
 * @param rise successes in a row that make it good, at least 1
 * @param fall failures in a row that make it bad, at least 1
 * @param weight -253..253; 0 makes a failure a fault of the instance
 * @param reverse whether failure counts as success and success as failure
 * @param initFail whether it counts as failed until the first runs say otherwise
 */
public record Script(String name, Command command, CheckSpec check, Duration interval, Duration timeout, int rise, int fall, int weight,
		boolean reverse, boolean initFail, Origins origins) {
	public Script {
		origins = Origins.orNone(origins);
	}

	public Script withCommand(Command newCommand) {
		return new Script(name, newCommand, check, interval, timeout, rise, fall, weight, reverse, initFail, origins);
	}
}

package org.kaconf.model;

import java.time.Duration;

/**
 * How far a process raises its own realtime priority when it notices that it runs too late.
 *
 * @param greatest 1..99; 0 for never
 * @param lateness from which on it is too late
 */
public record AutomaticPriority(int greatest, Duration lateness) {
	public static final AutomaticPriority NEVER = new AutomaticPriority(0, Duration.ofSeconds(1));
}

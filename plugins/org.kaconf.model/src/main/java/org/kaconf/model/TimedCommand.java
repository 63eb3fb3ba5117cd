package org.kaconf.model;

import java.time.Duration;

/** A program that may run only so long, such as {@code startup_script}. */
public record TimedCommand(Command command, Duration timeout) {
}

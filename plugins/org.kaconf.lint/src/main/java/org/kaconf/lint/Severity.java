package org.kaconf.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, worst first. */
public enum Severity {
	/** keepalived refuses it, ignores what was written, or VRRP cannot work. */
	ERROR,
	/** It runs, but very likely not as it was meant. */
	WARNING,
	/** Worth knowing. */
	INFO;

	/** The word used in reports and settings: {@code error}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Severity> of(String word) {
		return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
	}
}

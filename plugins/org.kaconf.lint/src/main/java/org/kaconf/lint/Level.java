package org.kaconf.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a setting says of a rule: a severity, or that it is off. */
public enum Level {
	OFF(null), INFO(Severity.INFO), WARNING(Severity.WARNING), ERROR(Severity.ERROR);

	private final Severity severity;

	Level(Severity severity) {
		this.severity = severity;
	}

	/** {@code null} for {@link #OFF}. */
	public Severity severity() {
		return severity;
	}

	/** The word used in settings: {@code off}, {@code info}, {@code warning}, {@code error}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Level> of(String word) {
		return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
	}
}

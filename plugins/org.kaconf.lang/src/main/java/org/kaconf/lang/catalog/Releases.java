package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.model.KeepalivedVersion;

/** The releases of keepalived that the catalog was held against. */
public final class Releases {
	/** The last release of each line; each began with patch 0. */
	private static final List<KeepalivedVersion> LINES = List.of(new KeepalivedVersion(2, 0, 20), new KeepalivedVersion(2, 1, 5),
			new KeepalivedVersion(2, 2, 8), new KeepalivedVersion(2, 3, 4), new KeepalivedVersion(2, 4, 3));

	public static final KeepalivedVersion OLDEST = first(LINES.getFirst());
	public static final KeepalivedVersion NEWEST = LINES.getLast();

	private Releases() {
	}

	/** The last release of each line, oldest first. */
	public static List<KeepalivedVersion> lines() {
		return LINES;
	}

	/**
	 * The release that is meant by a text, {@code 2.2.7} or {@code 2.2}.
	 *
	 * @return nothing when there is no such release
	 */
	public static Optional<KeepalivedVersion> find(String text) {
		return KeepalivedVersion.parse(text).filter(Releases::isKnown);
	}

	public static boolean isKnown(KeepalivedVersion version) {
		return line(version).filter(last -> last.isAtLeast(version)).isPresent();
	}

	/** What is wrong with a text that names no release, what is known and what to do, as one sentence; nothing when it names one. */
	public static Optional<String> objection(String text) {
		if (find(text).isPresent()) {
			return Optional.empty();
		}
		Optional<KeepalivedVersion> version = KeepalivedVersion.parse(text);
		return Optional.of(version.map(Releases::unknown)
				.orElseGet(() -> "'" + text + "' is no version of keepalived; write one like " + KeepalivedVersion.DEFAULT + known()));
	}

	private static String unknown(KeepalivedVersion version) {
		if (NEWEST.compareTo(version) < 0) {
			return "keepalived " + version + " is not known; write " + NEWEST + ", the newest one that is" + known();
		}
		if (OLDEST.isAtLeast(version)) {
			return "keepalived " + version + " is too old; write " + OLDEST + ", the oldest one that is known" + known();
		}
		return "there is no keepalived " + version + "; write " + line(version).orElse(NEWEST) + known();
	}

	private static String known() {
		return " (known are the releases from " + OLDEST + " to " + NEWEST + ")";
	}

	private static Optional<KeepalivedVersion> line(KeepalivedVersion version) {
		return LINES.stream().filter(last -> first(last).equals(first(version))).findFirst();
	}

	private static KeepalivedVersion first(KeepalivedVersion version) {
		return new KeepalivedVersion(version.major(), version.minor(), 0);
	}
}

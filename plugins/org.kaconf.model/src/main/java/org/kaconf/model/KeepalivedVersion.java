package org.kaconf.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of keepalived, such as 2.2.7. */
public record KeepalivedVersion(int major, int minor, int patch) implements Comparable<KeepalivedVersion> {
	/** The release that is meant when a cluster names none: that of Debian 12. */
	public static final KeepalivedVersion DEFAULT = new KeepalivedVersion(2, 2, 7);

	private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");
	private static final Comparator<KeepalivedVersion> ORDER = Comparator.comparingInt(KeepalivedVersion::major)
			.thenComparingInt(KeepalivedVersion::minor).thenComparingInt(KeepalivedVersion::patch);

	/** Reads {@code 2.2.7} or {@code 2.2}. */
	public static Optional<KeepalivedVersion> parse(String text) {
		Matcher m = FORM.matcher(text);
		return m.matches()
				? Optional.of(new KeepalivedVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3) == null ? 0 : Integer.parseInt(m.group(3))))
				: Optional.empty();
	}

	public boolean isAtLeast(KeepalivedVersion other) {
		return compareTo(other) >= 0;
	}

	@Override
	public int compareTo(KeepalivedVersion other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return major + "." + minor + "." + patch;
	}
}

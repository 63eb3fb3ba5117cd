package org.kaconf.lint.rule;

import org.kaconf.model.KeepalivedVersion;

/**
 * Versions of keepalived.
 *
 * @param since the first one, {@code null} for all supported ones
 * @param before the first one that no longer counts, {@code null} for none
 */
public record VersionRange(KeepalivedVersion since, KeepalivedVersion before) {
	public static final VersionRange ALL = new VersionRange(null, null);

	public boolean contains(KeepalivedVersion version) {
		return (since == null || version.isAtLeast(since)) && (before == null || !version.isAtLeast(before));
	}

	@Override
	public String toString() {
		if (since == null && before == null) {
			return "all";
		}
		return (since == null ? "" : "since " + since) + (since != null && before != null ? ", " : "") + (before == null ? "" : "before " + before);
	}
}

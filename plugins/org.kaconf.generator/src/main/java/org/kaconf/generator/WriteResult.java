package org.kaconf.generator;

import java.util.List;

/** What {@link OutputFolder#write} did, as sorted relative paths. */
public record WriteResult(List<String> written, List<String> unchanged, List<String> removed) {
	public WriteResult {
		written = List.copyOf(written);
		unchanged = List.copyOf(unchanged);
		removed = List.copyOf(removed);
	}

	public boolean isUpToDate() {
		return written.isEmpty() && removed.isEmpty();
	}

	/** Such as {@code 3 files written, 6 unchanged, 1 removed}. */
	@Override
	public String toString() {
		return written.size() + (written.size() == 1 ? " file" : " files") + " written, " + unchanged.size() + " unchanged, " + removed.size()
				+ " removed";
	}
}

package org.kaconf.model;

/**
 * A range of text. Lines and columns count from 1; the end is exclusive, so an empty range has equal start and end.
 *
 * @param file the path as the user gave it or as an include resolved it; empty when the value was written nowhere
 */
public record Origin(String file, int line, int column, int endLine, int endColumn) {
	/** The value was written nowhere: a default. */
	public static final Origin NONE = new Origin("", 0, 0, 0, 0);

	public boolean isKnown() {
		return line > 0;
	}

	/** {@code file:line:column}, the form terminals and editors make a link of. */
	@Override
	public String toString() {
		return isKnown() ? file + ":" + line + ":" + column : file;
	}
}

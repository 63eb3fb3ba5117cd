package org.kaconf.lang.format;

/** How lines end. */
public enum LineEnd {
	/** Each as it was. */
	KEEP(null),
	LF("\n"),
	CRLF("\r\n");

	private final String text;

	LineEnd(String text) {
		this.text = text;
	}

	/** What a line ends with that ended differently before. */
	String insteadOf(String before) {
		return text == null ? before : text;
	}
}

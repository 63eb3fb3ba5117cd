package org.kaconf.ide;

import java.nio.file.Path;

/** A text with {@code |} as the cursor. A second one ends a selection. */
record Marked(String text, int offset, int end) {
	static final Path FILE = Path.of("/home/ann/cluster.kaconf");

	static Marked of(String marked) {
		int offset = marked.indexOf('|');
		if (offset < 0) {
			throw new IllegalArgumentException("no | in: " + marked);
		}
		String once = marked.substring(0, offset) + marked.substring(offset + 1);
		int end = once.indexOf('|');
		return end < 0 ? new Marked(once, offset, offset) : new Marked(once.substring(0, end) + once.substring(end + 1), offset, end);
	}

	/** The text with the cursor shown. */
	static String show(String text, int caret) {
		return text.substring(0, caret) + "|" + text.substring(caret);
	}

	Snapshot snapshot(IdeServices services) {
		return services.snapshot(FILE, text);
	}
}

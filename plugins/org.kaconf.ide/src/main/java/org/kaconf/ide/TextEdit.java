package org.kaconf.ide;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A replacement in one file. Edits that are handed out together do not overlap. */
public record TextEdit(Path file, int offset, int length, String newText) {
	/** The text after all the edits that concern the file. */
	public static String apply(Path file, String text, List<TextEdit> edits) {
		StringBuilder result = new StringBuilder(text);
		edits.stream().filter(e -> e.file().equals(file)).sorted(Comparator.comparingInt(TextEdit::offset).reversed())
				.forEach(e -> result.replace(e.offset(), e.offset() + e.length(), e.newText()));
		return result.toString();
	}
}

package org.kaconf.ide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text is indented.
 *
 * @param current what the line of the cursor begins with
 * @param step what one level adds
 */
record Indentation(String current, String step) {
	private static final Pattern FIRST_INDENTED = Pattern.compile("(?m)\\{[ \\t]*\\R([ \\t]+)\\S");
	private static final String USUAL_STEP = "    ";

	static Indentation at(String text, int offset) {
		int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
		int end = lineStart;
		while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		Matcher indented = FIRST_INDENTED.matcher(text);
		return new Indentation(text.substring(lineStart, end), indented.find() ? indented.group(1) : USUAL_STEP);
	}

	String deeper() {
		return current + step;
	}

	/** A text whose lines are indented by tabs, as it must stand here; the first line stands where the cursor is. */
	String indent(String body) {
		return body.replace("\t", step).replace("\n", "\n" + current);
	}
}

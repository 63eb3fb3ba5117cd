package org.kaconf.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text with styled ranges, made of the little Markdown the services speak: paragraphs, headings, lists, emphasis, inline code
 * and code blocks. That needs no browser widget, which many machines lack.
 *
 * @param text the text without markup
 * @param spans its styled ranges, by offset, not overlapping
 */
record Markdown(String text, List<Span> spans) {
	/** A range and how it looks. */
	record Span(int offset, int length, Look look) {
	}

	/** What the marks around a piece of text ask for; they nest. */
	record Look(boolean bold, boolean italic, boolean code) {
		static final Look PLAIN = new Look(false, false, false);

		Look withBold() {
			return new Look(true, italic, code);
		}

		Look withItalic() {
			return new Look(bold, true, code);
		}

		Look withCode() {
			return new Look(bold, italic, true);
		}
	}

	private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*(.+?)\\*\\*|(?<![\\w*])\\*([^*\\s][^*]*)\\*(?![\\w*])|(?<!\\w)_([^_\\s][^_]*)_(?!\\w)");

	static Markdown of(String source) {
		StringBuilder text = new StringBuilder();
		List<Span> spans = new ArrayList<>();
		boolean code = false;
		boolean open = false; // the paragraph goes on
		for (String line : source.strip().split("\n", -1)) {
			if (line.strip().startsWith("```")) {
				code = !code;
				open = false;
			} else if (code) {
				start(text);
				append(line, Look.PLAIN.withCode(), text, spans);
			} else if (line.isBlank()) {
				start(text);
				open = false;
			} else if (line.startsWith("#")) {
				start(text);
				inline(line.replaceFirst("^#+\\s*", ""), Look.PLAIN.withBold(), text, spans);
				open = false;
			} else {
				String item = line.strip();
				boolean list = item.startsWith("- ") || item.startsWith("* ");
				if (open && !list) {
					text.append(' ');
				} else {
					start(text);
				}
				inline(list ? "\u2022 " + item.substring(2) : item, Look.PLAIN, text, spans);
				open = !line.endsWith("  ");
			}
		}
		return new Markdown(text.toString(), spans);
	}

	private static void start(StringBuilder text) {
		if (!text.isEmpty()) {
			text.append('\n');
		}
	}

	private static void inline(String line, Look look, StringBuilder text, List<Span> spans) {
		Matcher matcher = INLINE.matcher(line);
		int from = 0;
		while (matcher.find()) {
			append(line.substring(from, matcher.start()), look, text, spans);
			if (matcher.group(1) != null) {
				append(matcher.group(1), look.withCode(), text, spans);
			} else if (matcher.group(2) != null) {
				inline(matcher.group(2), look.withBold(), text, spans);
			} else {
				inline(matcher.group(3) != null ? matcher.group(3) : matcher.group(4), look.withItalic(), text, spans);
			}
			from = matcher.end();
		}
		append(line.substring(from), look, text, spans);
	}

	private static void append(String piece, Look look, StringBuilder text, List<Span> spans) {
		if (!piece.isEmpty() && !look.equals(Look.PLAIN)) {
			spans.add(new Span(text.length(), piece.length(), look));
		}
		text.append(piece);
	}
}

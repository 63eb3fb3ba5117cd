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
	/** How a range looks. */
	enum Style {
		BOLD, ITALIC, CODE
	}

	record Span(int offset, int length, Style style) {
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
				spans.add(new Span(text.length(), line.length(), Style.CODE));
				text.append(line);
			} else if (line.isBlank()) {
				start(text);
				open = false;
			} else if (line.startsWith("#")) {
				start(text);
				String heading = line.replaceFirst("^#+\\s*", "");
				spans.add(new Span(text.length(), heading.length(), Style.BOLD));
				text.append(heading);
				open = false;
			} else {
				String item = line.strip();
				boolean list = item.startsWith("- ") || item.startsWith("* ");
				if (open && !list) {
					text.append(' ');
				} else {
					start(text);
				}
				inline(list ? "\u2022 " + item.substring(2) : item, text, spans);
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

	private static void inline(String line, StringBuilder text, List<Span> spans) {
		Matcher matcher = INLINE.matcher(line);
		int from = 0;
		while (matcher.find()) {
			text.append(line, from, matcher.start());
			int group = 1;
			while (matcher.group(group) == null) {
				group++;
			}
			Style style = switch (group) {
				case 1 -> Style.CODE;
				case 2 -> Style.BOLD;
				default -> Style.ITALIC;
			};
			spans.add(new Span(text.length(), matcher.group(group).length(), style));
			text.append(matcher.group(group));
			from = matcher.end();
		}
		text.append(line, from, line.length());
	}
}

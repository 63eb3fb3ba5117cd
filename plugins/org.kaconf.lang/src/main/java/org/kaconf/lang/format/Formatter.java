package org.kaconf.lang.format;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;

/**
 * Lays out a text. Words, comments and their order stay; only the blanks and line ends between them change. A line on whose layout its
 * meaning depends, or might on some node, is only indented; a stretch whose braces do not pair stays as it is.
 */
public final class Formatter {
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String text;
	private final FormatOptions options;
	private final Layout layout;
	private final List<Change> changes = new ArrayList<>();

	private Formatter(String text, FormatOptions options) {
		this.text = text;
		this.options = options;
		this.layout = new Layout(Structure.of(text), options.indent().length());
	}

	/** The text as it should look. */
	public static String format(String text, FormatOptions options) {
		return Change.apply(text, changes(text, options));
	}

	/** What has to change for that, in the order of the text. Each change is right without the others. */
	public static List<Change> changes(String text, FormatOptions options) {
		Formatter formatter = new Formatter(text, options);
		formatter.run();
		return List.copyOf(formatter.changes);
	}

	private void run() {
		for (int i = 0; i <= layout.size(); i++) {
			int start = i == 0 ? afterByteOrderMark() : layout.endOfContent(i - 1);
			int end = i == layout.size() ? text.length() : layout.token(i).start();
			if (!layout.isFrozenAround(i)) {
				change(start, end, between(i, text.substring(start, end)));
			}
			if (i < layout.size() && layout.token(i).type() == TokenType.DEFINITION_TEXT && !layout.lineOf(i).frozen()) {
				lineEndsOfDefinition(layout.token(i));
			}
		}
	}

	private int afterByteOrderMark() {
		return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
	}

	private void change(int start, int end, String newText) {
		if (!text.substring(start, end).equals(newText)) {
			changes.add(new Change(start, end, newText));
		}
	}

	/** What should stand in front of a token, or at the end of the text. */
	private String between(int i, String before) {
		if (i == 0) {
			// At the start of the file it would be no part of the word any more.
			return i < layout.size() && text.charAt(layout.token(i).start()) == BYTE_ORDER_MARK ? before : "";
		}
		if (i == layout.size()) {
			return lineEnd(before);
		}
		if (!layout.startsLine(i)) {
			return layout.mayBreak(i) ? lineEnd(lineEndOf(i)) + indentation(i) : inLine(i, before);
		}
		return options.joinBraces() && layout.mayJoin(i) ? " " : lines(i, before) + indentation(i);
	}

	private String inLine(int i, String before) {
		Token token = layout.token(i);
		if (!layout.lineOf(i).spaced() || token.type() == TokenType.COMMENT && token.in(text).startsWith("\\")) {
			return before;
		}
		boolean emptyBlock = layout.isOpening(i - 1) && layout.isClosing(i);
		boolean parted = !before.isEmpty() || !emptyBlock && (layout.isBrace(i - 1) || layout.isBrace(i) || token.type() == TokenType.COMMENT);
		return parted ? " " : "";
	}

	private String lines(int i, String before) {
		int blank = (int) before.chars().filter(c -> c == '\n').count() - 1;
		int least = layout.isUnfinishedDefinition(i - 1) ? 1 : 0;
		return lineEnd(before).repeat(1 + Math.min(blank, Math.max(options.blankLines(), least)));
	}

	private String lineEnd(String before) {
		int at = before.indexOf('\n');
		String was = at > 0 && before.charAt(at - 1) == '\r' ? "\r\n" : at >= 0 ? "\n" : usualLineEnd();
		return options.lineEnd().insteadOf(was);
	}

	/** The rest of the text from the line's end on. */
	private String lineEndOf(int i) {
		int at = text.indexOf('\n', layout.token(i).start());
		return at > 0 ? text.substring(at - 1, at + 1) : "";
	}

	/** That of the first line. */
	private String usualLineEnd() {
		int at = text.indexOf('\n');
		return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
	}

	private String indentation(int i) {
		return options.indent().repeat(layout.depth(i));
	}

	private void lineEndsOfDefinition(Token definition) {
		for (int i = definition.start(); i < definition.end(); i++) {
			if (text.charAt(i) == '\n') {
				int start = text.charAt(i - 1) == '\r' ? i - 1 : i;
				change(start, i + 1, options.lineEnd().insteadOf(text.substring(start, i + 1)));
			}
		}
	}
}

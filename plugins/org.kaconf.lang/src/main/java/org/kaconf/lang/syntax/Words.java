package org.kaconf.lang.syntax;

import java.util.ArrayList;
import java.util.List;

/** Words of a line as keepalived's two tokenisers read them. */
public final class Words {
	private Words() {
	}

	/** The first tokeniser: a word without its double quotes, the closing one may be missing. */
	public static String unquote(String word) {
		if (word.isEmpty() || word.charAt(0) != '"') {
			return plain(word);
		}
		boolean closed = word.length() > 1 && word.charAt(word.length() - 1) == '"';
		return word.substring(1, closed ? word.length() - 1 : word.length());
	}

	/** A word without quotes; blanks in front of the backslash that ends its line are no part of it. */
	static String plain(String word) {
		int last = word.length() - 1;
		return last > 0 && word.charAt(last) == '\\' && Scanner.isBlank(word.charAt(last - 1)) ? word.substring(0, last).stripTrailing() + '\\' : word;
	}

	/** Whether a word in double quotes lacks the closing one. */
	public static boolean isUnterminated(String word) {
		return word.startsWith("\"") && (word.length() == 1 || !word.endsWith("\""));
	}

	/** The second tokeniser: offset behind the word that starts here and does not reach beyond the limit. */
	static int endOfEscapedWord(String text, int start, int limit) {
		char quote = 0;
		for (int i = start; i < limit; i++) {
			char c = text.charAt(i);
			if (c == '\\' && i + 1 < limit) {
				i++;
			} else if (quote != 0) {
				quote = c == quote ? 0 : quote;
			} else if (c == '"' || c == '\'') {
				quote = c;
			} else if (Scanner.isBlank(c)) {
				return i;
			}
		}
		int end = limit;
		while (end > start + 1 && Scanner.isBlank(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	static boolean hasEscapes(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\'' || c == '\\') {
				return true;
			}
		}
		return false;
	}

	/** The second tokeniser: whether a quote of the word is not closed. */
	public static boolean isUnterminatedEscaped(String word) {
		char quote = 0;
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (c == '\\' && i + 1 < word.length()) {
				i++;
			} else if (quote != 0) {
				quote = c == quote ? 0 : quote;
			} else if (c == '"' || c == '\'') {
				quote = c;
			}
		}
		return quote != 0;
	}

	/** The second tokeniser: a word without quotes, its backslash escapes replaced as keepalived 2.2.7 does. */
	public static String unescape(String word) {
		StringBuilder plain = new StringBuilder(word.length());
		char quote = 0;
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (c == '\\' && i + 1 < word.length()) {
				i = escape(word, i + 1, plain);
			} else if (quote != 0 && c == quote) {
				quote = 0;
			} else if (quote == 0 && (c == '"' || c == '\'')) {
				quote = c;
			} else {
				plain.append(c);
			}
		}
		return plain.toString();
	}

	private static final String LETTERS = "abEfnrtv";
	private static final String CONTROLS = "\u0007\b\u001b\f\n\r\t\u000b";

	/** Appends the character that the escape behind a backslash means. @return offset of its last character */
	private static int escape(String word, int at, StringBuilder plain) {
		char c = word.charAt(at);
		int letter = LETTERS.indexOf(c);
		if (letter >= 0) {
			plain.append(CONTROLS.charAt(letter));
			return at;
		}
		if (c == 'x' && at + 1 < word.length() && Character.digit(word.charAt(at + 1), 16) >= 0) {
			return number(word, at + 1, 16, word.length(), plain);
		}
		if (c >= '0' && c <= '7') {
			return number(word, at, 8, 3, plain);
		}
		if (c == 'c' && at + 1 < word.length()) {
			plain.append((char) (word.charAt(at + 1) & 0x1f));
			return at + 1;
		}
		plain.append(c);
		return at;
	}

	private static int number(String word, int start, int base, int most, StringBuilder plain) {
		int value = 0;
		int i = start;
		while (i < word.length() && i < start + most && word.charAt(i) < 128 && Character.digit(word.charAt(i), base) >= 0) {
			value = value * base + Character.digit(word.charAt(i++), base);
		}
		plain.append((char) (value & 0xff));
		return i - 1;
	}

	/** The words of a command that stands in one word, as the second tokeniser reads it. */
	public static List<String> ofCommand(String command) {
		List<String> words = new ArrayList<>();
		int pos = 0;
		while (pos < command.length()) {
			if (Scanner.isBlank(command.charAt(pos))) {
				pos++;
			} else {
				int end = endOfEscapedWord(command, pos, command.length());
				words.add(unescape(command.substring(pos, end)));
				pos = end;
			}
		}
		return words;
	}
}

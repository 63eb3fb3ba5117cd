package org.kaconf.lang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into tokens as keepalived does, with no text left out: a line is a statement, {@code #} and {@code !} start a comment
 * wherever they stand outside double quotes, braces outside double quotes end the line, only {@code "} quotes. The exceptions are
 * definitions with continuation lines and the lines of commands, which know both kinds of quotes and backslashes. What cannot be meant
 * otherwise becomes a word; so there is no text that cannot be scanned.
 */
public final class Scanner {
	private static final Pattern INCLUDE = Pattern.compile("include[rmwba]?");
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String text;
	private final boolean expanded;
	private final Vocabulary vocabulary = Vocabulary.standard();
	private final List<Token> tokens = new ArrayList<>();
	/** Index of the first condition or sequence that still waits for its statement; -1 for none. */
	private int firstPrefix = -1;
	private boolean atHead = true;
	private boolean conditionAllowed = true;
	private boolean afterSequence;
	private boolean rereading;
	/** Whether the rest of the line is the pattern of an include, braces and all. */
	private boolean including;
	private int pos;
	/** End of the line that is read, and of what it says in front of its comment. */
	private int lineEnd = -1;
	private int contentEnd;

	private Scanner(String text, boolean expanded) {
		this.text = text;
		this.expanded = expanded;
	}

	/** The tokens of a text as written, without gaps but for those of no length. */
	public static List<Token> scan(String text) {
		return scan(text, false);
	}

	/** @param expanded whether conditions, sequences and definitions are resolved already, so that what looks like one is a word */
	static List<Token> scan(String text, boolean expanded) {
		Scanner scanner = new Scanner(text, expanded);
		scanner.run();
		return List.copyOf(scanner.tokens);
	}

	/** Whether keepalived takes the character for a blank. */
	public static boolean isBlank(char c) {
		return c == ' ' || c >= '\t' && c <= '\r';
	}

	private void run() {
		if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
			add(TokenType.WS, 1);
		}
		while (pos < text.length()) {
			if (pos > lineEnd) {
				contentEnd = Lines.endOfContent(text, pos);
				lineEnd = Lines.endOfLine(text, pos);
			}
			char c = text.charAt(pos);
			if (isBlank(c)) {
				blanks();
			} else if (pos >= contentEnd) {
				add(TokenType.COMMENT, lineEnd);
			} else if (including) {
				add(TokenType.WORD, contentEnd);
			} else if (c == '{' || c == '}') {
				add(c == '{' ? TokenType.LBRACE : TokenType.RBRACE, pos + 1);
				newStatement();
			} else if (atHead) {
				head(c);
			} else {
				value();
			}
		}
		newStatement();
	}

	private void blanks() {
		int end = pos;
		boolean newLine = false;
		while (end < text.length() && isBlank(text.charAt(end))) {
			newLine |= text.charAt(end) == '\n';
			end++;
		}
		add(TokenType.WS, end);
		if (newLine) {
			newStatement();
		}
	}

	private void newStatement() {
		if (firstPrefix >= 0) {
			for (int i = firstPrefix; i < tokens.size(); i++) {
				Token token = tokens.get(i);
				if (token.type() == TokenType.CONDITION || token.type() == TokenType.SEQUENCE) {
					tokens.set(i, token.as(TokenType.LONE_PREFIX));
				}
			}
		}
		firstPrefix = -1;
		atHead = true;
		conditionAllowed = true;
		afterSequence = false;
		rereading = false;
		including = false;
	}

	private void head(char c) {
		if (c == '@' && conditionAllowed && !expanded) {
			prefix(TokenType.CONDITION, endOfCondition());
			conditionAllowed = false;
			return;
		}
		if (c == '~' && !afterSequence && !expanded) {
			int end = Sequences.endOfPrefix(text, pos);
			if (end > pos) {
				prefix(TokenType.SEQUENCE, end);
				conditionAllowed = false;
				afterSequence = true;
				return;
			}
		}
		int nameEnd = c == '$' && !afterSequence && !expanded ? Definitions.endOfName(text, pos) : -1;
		firstPrefix = -1;
		atHead = false;
		if (nameEnd > 0) {
			definition(nameEnd);
			return;
		}
		int start = pos;
		add(TokenType.HEAD, c == '"' ? endOfString() : endOfWord());
		String word = text.substring(start, pos);
		rereading = vocabulary.rereading().contains(Words.unquote(word));
		including = !expanded && INCLUDE.matcher(word).matches();
	}

	private void prefix(TokenType type, int end) {
		if (firstPrefix < 0) {
			firstPrefix = tokens.size();
		}
		add(type, end);
	}

	private int endOfCondition() {
		int end = pos;
		while (end < contentEnd && !isBlank(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private void definition(int nameEnd) {
		add(TokenType.DOLLAR, pos + 1);
		add(TokenType.VARIABLE, nameEnd);
		add(TokenType.ASSIGN, nameEnd + 1);
		int start = pos;
		while (start < text.length() && isBlank(text.charAt(start)) && text.charAt(start) != '\n') {
			start++;
		}
		if (start > pos) {
			add(TokenType.WS, start);
		}
		int end = Definitions.endOfText(text, start);
		if (end > start) {
			add(TokenType.DEFINITION_TEXT, end);
		}
	}

	private void value() {
		if (rereading) {
			int end = Words.endOfEscapedWord(text, pos, Lines.endOfRegion(text, pos, contentEnd));
			if (Words.hasEscapes(text, pos, end)) {
				add(TokenType.QUOTED, pos);
				add(TokenType.ESCAPED, end);
			} else {
				add(TokenType.WORD, end);
			}
		} else if (text.charAt(pos) == '"') {
			add(TokenType.QUOTED, pos);
			add(TokenType.STRING, endOfString());
		} else {
			add(TokenType.WORD, endOfWord());
		}
	}

	private int endOfString() {
		int end = pos + 1;
		while (end < contentEnd) {
			if (text.charAt(end++) == '"') {
				return end;
			}
		}
		return Math.max(end, contentEnd);
	}

	private int endOfWord() {
		int end = pos;
		while (end < contentEnd) {
			char c = text.charAt(end);
			if (c == '$') {
				end = Math.max(end + 1, Definitions.endOfBracedUse(text, end));
			} else if (isBlank(c) || c == '"' || c == '{' || c == '}') {
				break;
			} else {
				end++;
			}
		}
		return isFollowedByLastBackslash(end) ? contentEnd : end;
	}

	/** A backslash at the end of a line becomes part of the word in front of it, whatever blanks stand between. */
	private boolean isFollowedByLastBackslash(int end) {
		int i = end;
		while (i < contentEnd && isBlank(text.charAt(i))) {
			i++;
		}
		return i > end && i == contentEnd - 1 && text.charAt(i) == '\\' && Lines.isLastOfLine(text, i);
	}

	private void add(TokenType type, int end) {
		tokens.add(new Token(type, pos, end));
		pos = end;
	}
}

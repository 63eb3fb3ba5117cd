package org.kaconf.lang.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.kaconf.lang.syntax.Scanner;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;

/** The words, braces and comments of a text, with the lines and blocks they stand in. Tokens are named by their number. */
final class Layout {
	private static final Set<TokenType> PREFIXES = EnumSet.of(TokenType.CONDITION, TokenType.SEQUENCE, TokenType.LONE_PREFIX);

	private final Structure structure;
	private final String text;
	private final List<Token> tokens;
	private final List<SourceLine> lines = new ArrayList<>();
	/** For each token the number of its line. */
	private final int[] lineOf;
	/** For each token how many blocks are open in front of it. */
	private final int[] depth;
	/** For each token whether the innermost block around the place in front of it begins and ends on one line. */
	private final boolean[] inShortBlock;

	/** @param indent bytes that a block indents by */
	Layout(Structure structure, int indent) {
		this.structure = structure;
		this.text = structure.text();
		this.tokens = structure.tokens().stream().filter(Layout::isVisible).toList();
		this.lineOf = new int[tokens.size()];
		this.depth = new int[tokens.size()];
		this.inShortBlock = new boolean[tokens.size()];
		findLines();
		findBlocks();
		judgeLines(indent);
	}

	private void findLines() {
		for (int i = 1; i < tokens.size(); i++) {
			boolean newLine = text.substring(endOfContent(i - 1), tokens.get(i).start()).indexOf('\n') >= 0;
			lineOf[i] = lineOf[i - 1] + (newLine ? 1 : 0);
		}
	}

	private static boolean isVisible(Token token) {
		return token.type() != TokenType.WS && token.length() > 0;
	}

	private void findBlocks() {
		Deque<Integer> open = new ArrayDeque<>();
		int[] openerOf = new int[tokens.size()];
		int[] lastLine = new int[tokens.size()];
		int i = 0;
		for (Token token : structure.tokens()) {
			if (isVisible(token)) {
				depth[i] = open.size();
				openerOf[i] = open.isEmpty() ? -1 : open.peek();
			}
			int place = Math.min(i, tokens.size() - 1);
			switch (token.type()) {
				case LBRACE, BARE_LBRACE, BEGIN -> open.push(place);
				case RBRACE, END -> lastLine[open.pop()] = lineOf[place];
				default -> {
				}
			}
			i += isVisible(token) ? 1 : 0;
		}
		for (int j = 0; j < tokens.size(); j++) {
			inShortBlock[j] = openerOf[j] >= 0 && lineOf[openerOf[j]] == lastLine[openerOf[j]];
		}
	}

	private void judgeLines(int indent) {
		for (int start = 0; start < tokens.size();) {
			int end = start + 1;
			while (end < tokens.size() && lineOf[end] == lineOf[start]) {
				end++;
			}
			lines.add(SourceLine.of(tokens.subList(start, end), structure, depth[start] * indent));
			start = end;
		}
	}

	int size() {
		return tokens.size();
	}

	Token token(int i) {
		return tokens.get(i);
	}

	SourceLine lineOf(int i) {
		return lines.get(lineOf[i]);
	}

	boolean isOpening(int i) {
		return tokens.get(i).type() == TokenType.LBRACE || tokens.get(i).type() == TokenType.BARE_LBRACE;
	}

	boolean isClosing(int i) {
		return tokens.get(i).type() == TokenType.RBRACE;
	}

	boolean isBrace(int i) {
		return isOpening(i) || isClosing(i);
	}

	boolean startsLine(int i) {
		return i == 0 || lineOf[i] != lineOf[i - 1];
	}

	/** Whether the place in front of a token, or at the end of the text, is none to change. */
	boolean isFrozenAround(int i) {
		return i > 0 && lineOf(i - 1).frozen() || i < size() && lineOf(i).frozen();
	}

	/** Offset behind a token without the blanks at its end, which a comment may have. */
	int endOfContent(int i) {
		int end = tokens.get(i).end();
		while (tokens.get(i).type() == TokenType.COMMENT && Scanner.isBlank(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	/** Whether the line that ends with a token is a definition that ends in a backslash, so that only the blank line behind it is its end. */
	boolean isUnfinishedDefinition(int i) {
		Token last = tokens.get(i).type() == TokenType.COMMENT && !startsLine(i) ? tokens.get(i - 1) : tokens.get(i);
		return last.type() == TokenType.DEFINITION_TEXT && text.charAt(last.end() - 1) == '\\';
	}

	/** How deep the line is indented that starts with a token: braces it starts with close what is around it. */
	int depth(int i) {
		int first = i;
		while (first < size() - 1 && !startsLine(first + 1) && isPrefix(first)) {
			first++;
		}
		int closing = 0;
		while (first < size() && isClosing(first) && (closing == 0 || !startsLine(first) && !mayBreak(first))) {
			closing++;
			first++;
		}
		return depth[i] - closing;
	}

	private boolean isPrefix(int i) {
		return PREFIXES.contains(tokens.get(i).type());
	}

	/** Whether a new line should start at a token in the middle of one: at the braces of a block that takes several lines. */
	boolean mayBreak(int i) {
		boolean misplaced = depth[i] > 0 && structure.isTopLevelBlock(tokens.get(i));
		return lineOf(i).divisible() && !inShortBlock[i] && !misplaced && (isBrace(i - 1) || isClosing(i));
	}

	/** Whether the opening brace that starts a line can as well stand behind its keyword. */
	boolean mayJoin(int i) {
		return tokens.get(i).type() == TokenType.LBRACE && lineOf(i - 1).divisible() && lineOf(i).divisible();
	}
}

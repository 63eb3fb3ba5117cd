package org.kaconf.lang.format;

import java.util.List;
import java.util.Set;

import org.kaconf.lang.syntax.Lines;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;

/**
 * What may be done to a line without changing what it means.
 *
 * @param frozen whether it stays as it is: its braces do not pair, so its indentation tells where one is missing, or it is too long to be
 * read at once
 * @param spaced whether blanks between its words mean nothing but that the words are two
 * @param divisible whether it may become two lines, or one with the line before or behind
 */
record SourceLine(boolean frozen, boolean spaced, boolean divisible) {
	/** What holds for a whole line, also for the part of it behind a brace. */
	private static final Set<TokenType> HOLDING_FOR_LINE = Set.of(TokenType.CONDITION, TokenType.SEQUENCE, TokenType.LONE_PREFIX, TokenType.COMMENT);
	/** A definition may put a quote here; the other two hide blanks from one of keepalived's two tokenisers. */
	private static final String MAKING_BLANKS_COUNT = "$'\\";

	/**
	 * Judges a line.
	 *
	 * @param tokens those of the line that are seen, at least one
	 * @param indent bytes it will be indented by
	 */
	static SourceLine of(List<Token> tokens, Structure structure, int indent) {
		String text = structure.text();
		int start = tokens.getFirst().start();
		int end = Lines.endOfLine(text, start);
		int asWritten = Lines.bytes(text, start, Math.min(end, tokens.getLast().end()));
		int evenlySpaced = tokens.stream().filter(token -> token.start() < end).mapToInt(token -> Lines.bytes(text, token.start(), Math.min(end, token.end())) + 1).sum();
		boolean tooLong = Math.max(asWritten, evenlySpaced) + indent > Lines.LONGEST || Lines.bytes(text, text.lastIndexOf('\n', start - 1) + 1, end) > Lines.LONGEST;
		boolean intact = structure.isIntactAt(start) && structure.isIntactAt(tokens.getLast().start());
		boolean spaced = tokens.stream().noneMatch(token -> hidesBlanks(token, text) || isInclude(token, text));
		boolean divisible = spaced && evenlySpaced < Lines.LONGEST / 2 && hasPairedQuotes(text.substring(start, end)) && tokens.stream().noneMatch(token -> HOLDING_FOR_LINE.contains(token.type()));
		return new SourceLine(!intact || tooLong, spaced, divisible);
	}

	private static boolean hidesBlanks(Token token, String text) {
		return token.type() != TokenType.COMMENT && token.in(text).chars().anyMatch(c -> MAKING_BLANKS_COUNT.indexOf(c) >= 0);
	}

	private static boolean hasPairedQuotes(String line) {
		return line.chars().filter(c -> c == '"').count() % 2 == 0;
	}

	/** The braces of {@code include a{b,c}} belong to its pattern. */
	private static boolean isInclude(Token token, String text) {
		return token.type().isHead() && token.in(text).startsWith("include");
	}
}

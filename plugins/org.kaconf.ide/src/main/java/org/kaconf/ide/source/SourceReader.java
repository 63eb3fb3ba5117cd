package org.kaconf.ide.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.syntax.Lines;
import org.kaconf.lang.syntax.Scanner;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;
import org.kaconf.lang.syntax.Words;

/** Puts the language's tokens together to statements. Their braces are paired already, so there is no text it cannot read. */
final class SourceReader {
	/** {@code $NAME} counts only before a blank, a comma, a closing parenthesis or the end of the line; braces end it anywhere. */
	private static final Pattern VARIABLE =
			Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?:[ \\t][^}\\r\\n]*)?\\}|([A-Za-z_][A-Za-z0-9_]*)(?=[\\s,)\"]|$))");

	private final String text;
	private final Block root = new Block(null, -1);
	private final List<Range> comments = new ArrayList<>();
	private final List<Variable> variables = new ArrayList<>();
	private final List<Range> braces = new ArrayList<>();
	private Block current = root;
	private Word condition;
	private Word keyword;
	private final List<Word> values = new ArrayList<>();
	private Statement last;
	/** Blocks that ended without a brace and whose end is not known yet. */
	private final List<Block> unfinished = new ArrayList<>();

	SourceReader(String text) {
		this.text = text;
	}

	SourceTree read() {
		Structure.of(text).tokens().forEach(this::token);
		flush();
		finishAt(text.length());
		root.endAt(text.length());
		return new SourceTree(text, root, comments, variables, braces);
	}

	private void token(Token token) {
		switch (token.type()) {
			case WS, QUOTED, SEQUENCE -> {
			}
			case COMMENT -> comments.add(Range.between(token.start(), stripped(token)));
			case WORD, STRING, ESCAPED -> values.add(word(token));
			case CONDITION -> {
				begin(token);
				condition = word(token);
			}
			case LONE_PREFIX -> lonePrefix(token);
			case DOLLAR -> begin(token);
			case VARIABLE -> keyword = new Word(token.start() - 1, token.length() + 1, "$" + token.in(text), false);
			case ASSIGN -> definition(token.end());
			case DEFINITION_TEXT -> definitionText(token);
			case LBRACE, BARE_LBRACE, BEGIN -> open(token);
			case RBRACE, END -> close(token);
			case STRAY_BRACE -> {
				begin(token);
				braces.add(new Range(token.start(), token.length()));
			}
			default -> {
				begin(token);
				keyword = word(token);
			}
		}
	}

	/** Something new begins here, unless it is the head behind its condition. */
	private void begin(Token token) {
		if (keyword != null || !token.type().isHead() && token.type() != TokenType.DOLLAR) {
			flush();
		}
		finishAt(token.start());
	}

	private void flush() {
		if (keyword != null || condition != null) {
			int end = !values.isEmpty() ? values.getLast().end() : keyword != null ? keyword.end() : condition.end();
			add(new Statement(current, condition, keyword, values, false, end));
		}
	}

	private void add(Statement statement) {
		last = statement;
		current.add(statement);
		condition = null;
		keyword = null;
		values.clear();
	}

	private void lonePrefix(Token token) {
		begin(token);
		if (text.charAt(token.start()) == '@') {
			condition = word(token);
			flush();
		}
	}

	private void definition(int end) {
		add(new Statement(current, condition, keyword, List.of(), true, end));
	}

	private void definitionText(Token token) {
		Statement head = last;
		current.removeLast();
		for (int start = token.start(); start < token.end(); start = Lines.endOfLine(text, start) + 1) {
			definitionLine(start, Math.min(Lines.endOfLine(text, start), token.end()));
		}
		add(new Statement(current, head.condition(), head.keyword(), List.of(new Word(token.start(), token.length(), token.in(text), false)), true,
				token.end()));
	}

	/** A line of a definition's text may end in a comment; that of the last one is a token of its own. */
	private void definitionLine(int start, int end) {
		int contentEnd = Math.min(Lines.endOfContent(text, start), end);
		addVariables(start, contentEnd);
		int comment = contentEnd;
		while (comment < end && Scanner.isBlank(text.charAt(comment))) {
			comment++;
		}
		if (comment < end) {
			comments.add(Range.between(comment, end));
		}
	}

	private void open(Token token) {
		boolean bare = token.type() == TokenType.BARE_LBRACE;
		if (bare) {
			begin(token);
			add(new Statement(current, condition, null, List.of(), false, token.start()));
		} else {
			flush();
		}
		if (token.length() > 0) {
			finishAt(token.start());
			braces.add(new Range(token.start(), token.length()));
		}
		Block block = new Block(current, token.start());
		last.open(block);
		block.ownedBy(last);
		current = block;
	}

	private void close(Token token) {
		flush();
		if (token.length() > 0) {
			finishAt(token.start());
			braces.add(new Range(token.start(), token.length()));
			current.closeAt(token.start());
		} else {
			unfinished.add(current);
		}
		current = current.parent();
	}

	/** A block without a closing brace goes on until something else comes: there the missing lines are written. */
	private void finishAt(int offset) {
		if (!unfinished.isEmpty()) {
			int lineEnd = text.lastIndexOf('\n', Math.max(0, offset - 1));
			unfinished.forEach(b -> b.endAt(Math.max(b.contentEnd(), offset == text.length() || lineEnd < 0 ? offset : lineEnd)));
			unfinished.clear();
		}
	}

	private Word word(Token token) {
		String raw = token.in(text);
		if (token.type() == TokenType.ESCAPED) {
			addVariables(token.start(), token.end());
			return new Word(token.start(), token.length(), Words.unescape(raw), raw.charAt(0) == '"' || raw.charAt(0) == '\'');
		}
		addVariables(token.start(), token.end());
		return new Word(token.start(), token.length(), Words.unquote(raw), raw.startsWith("\""));
	}

	private int stripped(Token token) {
		int end = token.end();
		while (end > token.start() && text.charAt(end - 1) <= ' ') {
			end--;
		}
		return Math.max(end, token.start() + 1);
	}

	private void addVariables(int start, int end) {
		Matcher variable = VARIABLE.matcher(text).region(start, end);
		while (variable.find()) {
			int group = variable.group(1) != null ? 1 : 2;
			variables.add(new Variable(variable.start(), variable.end() - variable.start(), variable.group(group), variable.start(group)));
		}
	}
}

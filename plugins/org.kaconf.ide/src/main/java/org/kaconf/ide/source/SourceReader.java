package org.kaconf.ide.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text line by line, as keepalived does, but gives up on nothing. */
final class SourceReader {
	private static final Pattern DEFINITION = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*(?==)");
	private static final Pattern SEQUENCE = Pattern.compile("~(?:SEQx?|LST)\\([^\\n\\r]*?\\)(?=[ \\t\\f\\u000B]|$|[\\r\\n])");
	/** {@code $NAME} counts only before a blank, a comma, a closing parenthesis or the end of the line; braces end it anywhere. */
	private static final Pattern VARIABLE =
			Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?:[ \\t][^}\\r\\n]*)?\\}|([A-Za-z_][A-Za-z0-9_]*)(?=[\\s,)\"]|$))");

	private final String text;
	private final Predicate<String> topLevel;
	private final Block root = new Block(null, -1);
	private final List<Range> comments = new ArrayList<>();
	private final List<Variable> variables = new ArrayList<>();
	private final List<Range> braces = new ArrayList<>();
	private Block current = root;
	private int position;
	/** End of the line being read, without its line break. */
	private int lineEnd;
	private int lineStart;

	SourceReader(String text, Predicate<String> topLevel) {
		this.text = text;
		this.topLevel = topLevel;
	}

	SourceTree read() {
		int next = 0;
		while (next <= text.length()) {
			next = startLine(next);
			next = readLine(next);
		}
		while (current != root) {
			current.endAt(text.length());
			current = current.parent();
		}
		root.endAt(text.length());
		return new SourceTree(text, root, comments, variables, braces);
	}

	/** Returns the start of the line after it. */
	private int startLine(int start) {
		int newline = text.indexOf('\n', start);
		int end = newline < 0 ? text.length() : newline;
		lineStart = start;
		position = start;
		lineEnd = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
		return newline < 0 ? text.length() + 1 : newline + 1;
	}

	/** Returns the start of the next line to read, which is not the following one after a definition of several lines. */
	private int readLine(int next) {
		skipBlanks();
		Word condition = condition();
		Matcher definition = DEFINITION.matcher(text).region(position, lineEnd);
		if (definition.lookingAt()) {
			return readDefinition(condition, new Word(position, definition.end() - position, definition.group(), false), next);
		}
		Matcher sequence = SEQUENCE.matcher(text).region(position, lineEnd);
		if (sequence.lookingAt()) {
			position = sequence.end();
		}
		readStatements(condition);
		return next;
	}

	private Word condition() {
		if (position == lineEnd || text.charAt(position) != '@') {
			return null;
		}
		int start = position;
		while (position < lineEnd && !isBlank(text.charAt(position)) && !isComment(position)) {
			position++;
		}
		Word condition = new Word(start, position - start, text.substring(start, position), false);
		skipBlanks();
		return condition;
	}

	private void readStatements(Word condition) {
		Word pendingCondition = condition;
		boolean first = true;
		while (position < lineEnd) {
			List<Word> words = words();
			if (first && !words.isEmpty()) {
				closeUnfinishedBlocks(words.getFirst());
			}
			first = false;
			Statement statement = words.isEmpty() && (pendingCondition == null || atBrace('{')) ? null : statement(pendingCondition, words);
			if (atBrace('{')) {
				openBlock(statement, pendingCondition);
				pendingCondition = null;
			} else if (atBrace('}')) {
				closeBlock();
			} else if (position < lineEnd) {
				comments.add(Range.between(position, lineEnd));
				position = lineEnd;
			}
			if (statement != null) {
				pendingCondition = null;
			}
			skipBlanks();
		}
		if (first && condition != null) {
			statement(condition, List.of());
		}
	}

	private Statement statement(Word condition, List<Word> words) {
		int end = words.isEmpty() ? condition.end() : words.getLast().end();
		Statement statement = new Statement(current, condition, words.isEmpty() ? null : words.getFirst(),
				words.isEmpty() ? List.of() : words.subList(1, words.size()), false, end);
		current.add(statement);
		return statement;
	}

	private void openBlock(Statement head, Word condition) {
		Block block = new Block(current, position);
		braces.add(new Range(position, 1));
		Statement owner = head != null ? head : headOnLineBefore();
		if (owner == null) {
			owner = new Statement(current, condition, null, List.of(), false, position);
			current.add(owner);
		}
		owner.open(block);
		block.ownedBy(owner);
		current = block;
		position++;
	}

	/** The brace may stand on the line after the keyword. */
	private Statement headOnLineBefore() {
		Statement last = current.statements().isEmpty() ? null : current.statements().getLast();
		boolean possible = last != null && last.block() == null && !last.isDefinition() && last.keyword() != null
				&& text.substring(last.headEnd(), position).isBlank();
		return possible ? last : null;
	}

	private void closeBlock() {
		braces.add(new Range(position, 1));
		if (current != root) {
			current.closeAt(position);
			current = current.parent();
		}
		position++;
	}

	private void closeUnfinishedBlocks(Word keyword) {
		if (current == root || !topLevel.test(keyword.text())) {
			return;
		}
		Block outermost = current;
		while (outermost.parent() != root) {
			outermost = outermost.parent();
		}
		if (column(keyword.offset()) > column(outermost.owner().offset())) {
			return;
		}
		while (current != root) {
			// Before the line break, so that the keyword itself stands outside.
			current.endAt(lineStart - 1);
			current = current.parent();
		}
	}

	private int column(int offset) {
		return offset - (text.lastIndexOf('\n', offset - 1) + 1);
	}

	private int readDefinition(Word condition, Word name, int next) {
		position = name.end() + 1;
		skipBlanks();
		int start = position;
		int following = next;
		int end = endOfValue();
		while (end > start && text.charAt(end - 1) == '\\' && following <= text.length()) {
			following = startLine(following);
			end = endOfValue();
		}
		List<Word> value = end > start ? List.of(new Word(start, end - start, text.substring(start, end), false)) : List.of();
		current.add(new Statement(current, condition, name, value, true, Math.max(end, name.end() + 1)));
		return following;
	}

	/** Reads a line of a definition's value to its end and notes its comment. */
	private int endOfValue() {
		int start = position;
		boolean quoted = false;
		while (position < lineEnd && (quoted || !isComment(position))) {
			quoted ^= text.charAt(position) == '"';
			position++;
		}
		int end = position;
		if (position < lineEnd) {
			comments.add(Range.between(position, lineEnd));
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		addVariables(start, end);
		return end;
	}

	/** The words up to a brace, a comment or the end of the line. */
	private List<Word> words() {
		List<Word> words = new ArrayList<>();
		skipBlanks();
		while (position < lineEnd && !atBrace('{') && !atBrace('}') && !isComment(position)) {
			Word word = text.charAt(position) == '"' ? quotedWord() : plainWord();
			addVariables(word.offset(), word.end());
			words.add(word);
			skipBlanks();
		}
		return words;
	}

	private Word quotedWord() {
		int start = position;
		int quote = text.indexOf('"', start + 1);
		boolean terminated = quote >= 0 && quote < lineEnd;
		position = terminated ? quote + 1 : lineEnd;
		return new Word(start, position - start, text.substring(start + 1, terminated ? quote : lineEnd), true);
	}

	private Word plainWord() {
		int start = position;
		while (position < lineEnd) {
			char c = text.charAt(position);
			if (isBlank(c) || c == '"' || c == '{' || c == '}' || isComment(position)) {
				break;
			}
			position = c == '$' ? endOfVariable() : position + 1;
		}
		return new Word(start, position - start, text.substring(start, position), false);
	}

	/** The braces of <code>${NAME}</code> are no braces of a block. */
	private int endOfVariable() {
		Matcher variable = VARIABLE.matcher(text).region(position, lineEnd);
		return variable.lookingAt() ? variable.end() : position + 1;
	}

	private void addVariables(int start, int end) {
		Matcher variable = VARIABLE.matcher(text).region(start, end);
		while (variable.find()) {
			int group = variable.group(1) != null ? 1 : 2;
			variables.add(new Variable(variable.start(), variable.end() - variable.start(), variable.group(group), variable.start(group)));
		}
	}

	private boolean atBrace(char brace) {
		return position < lineEnd && text.charAt(position) == brace;
	}

	private boolean isComment(int offset) {
		char c = text.charAt(offset);
		return (c == '#' || c == '!') && (offset == 0 || text.charAt(offset - 1) != '\\');
	}

	private void skipBlanks() {
		while (position < lineEnd && isBlank(text.charAt(position))) {
			position++;
		}
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\f' || c == '\u000B' || c == '\r';
	}
}

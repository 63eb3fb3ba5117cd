package org.kaconf.ide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.kaconf.ide.source.Block;
import org.kaconf.ide.source.SourceTree;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.Word;

/**
 * What the text around the cursor makes possible there.
 *
 * @param kind what can be written
 * @param block the block the cursor is in
 * @param statement the statement it is in or right behind; {@code null} on an empty piece of a line
 * @param before the words of the statement, keyword included, that end before the cursor's word
 * @param start start of what a proposal replaces
 * @param end end of what a proposal replaces
 * @param prefix what is typed of it
 * @param restIsEmpty whether nothing else follows in the line, not even the statement's block
 */
record CursorPlace(Kind kind, Block block, Statement statement, List<Word> before, int start, int end, String prefix, boolean restIsEmpty) {
	/** What can be written. */
	enum Kind {
		NOTHING, SUPPRESSION, CONDITION, VARIABLE, KEYWORD, VALUE
	}

	/** A comment that silences rules, up to the one being written. */
	private static final Pattern SUPPRESSION = Pattern.compile("[#!]\\s*kaconf:\\s*ignore\\s+(?:KA\\d+\\s+)*([\\w-]*)$");
	private static final Pattern VARIABLE_BEFORE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)?$");
	private static final Pattern VARIABLE_AFTER = Pattern.compile("[A-Za-z0-9_]*\\}?");

	static CursorPlace at(SourceTree tree, int offset) {
		Block block = tree.blockAt(offset);
		int lineStart = tree.text().lastIndexOf('\n', offset - 1) + 1;
		if (tree.isComment(offset)) {
			Matcher suppression = SUPPRESSION.matcher(tree.text()).region(lineStart, offset);
			return suppression.find() ? new CursorPlace(Kind.SUPPRESSION, block, null, List.of(), suppression.start(1), offset, suppression.group(1), false)
					: new CursorPlace(Kind.NOTHING, block, null, List.of(), offset, offset, "", false);
		}
		int lineEnd = lineEnd(tree.text(), offset);
		Statement statement = statement(block, lineStart, offset).orElse(null);
		Matcher variable = VARIABLE_BEFORE.matcher(tree.text()).region(lineStart, offset);
		if (variable.find()) {
			return variable(tree.text(), block, statement, variable.start(), offset, lineEnd);
		}
		boolean restIsEmpty = isEmpty(tree, offset, lineEnd);
		if (statement == null) {
			return new CursorPlace(Kind.KEYWORD, block, null, List.of(), offset, offset, "", restIsEmpty);
		}
		if (statement.isDefinition()) {
			return new CursorPlace(Kind.NOTHING, block, statement, List.of(), offset, offset, "", restIsEmpty);
		}
		return word(tree, block, statement, offset, lineEnd);
	}

	private static CursorPlace variable(String text, Block block, Statement statement, int start, int offset, int lineEnd) {
		boolean braced = start + 1 < text.length() && text.charAt(start + 1) == '{';
		int name = start + (braced ? 2 : 1);
		Matcher rest = VARIABLE_AFTER.matcher(text).region(Math.max(offset, name), lineEnd);
		int end = rest.lookingAt() ? rest.end() : Math.max(offset, name);
		if (!braced && end > offset && text.charAt(end - 1) == '}') {
			end--;
		}
		String prefix = offset > name ? text.substring(name, offset) : "";
		return new CursorPlace(Kind.VARIABLE, block, statement, List.of(), start, end, prefix, false);
	}

	private static CursorPlace word(SourceTree tree, Block block, Statement statement, int offset, int lineEnd) {
		Word condition = statement.condition();
		if (condition != null && condition.offset() < offset && offset <= condition.end()) {
			return new CursorPlace(Kind.CONDITION, block, statement, List.of(), condition.offset(), condition.end(),
					tree.text().substring(condition.offset(), offset), false);
		}
		List<Word> words = statement.keyword() == null ? List.of() : prepend(statement.keyword(), statement.values());
		List<Word> before = words.stream().filter(w -> w.end() < offset || w.quoted() && w.end() == offset && isClosed(tree.text(), w)).toList();
		Optional<Word> current = words.stream().filter(w -> w.offset() < offset && offset <= w.end() && !before.contains(w)).findFirst();
		Kind kind = before.isEmpty() ? Kind.KEYWORD : Kind.VALUE;
		if (current.isEmpty()) {
			return new CursorPlace(kind, block, statement, before, offset, offset, "", isEmpty(tree, offset, lineEnd));
		}
		Word word = current.get();
		int end = word.quoted() && isClosed(tree.text(), word) ? word.end() - 1 : word.end();
		return new CursorPlace(kind, block, statement, before, word.textOffset(), end, tree.text().substring(word.textOffset(), offset),
				isEmpty(tree, word.end(), lineEnd));
	}

	/** The statement on the cursor's line whose words begin before the cursor and whose block, if any, comes after it. */
	private static Optional<Statement> statement(Block block, int lineStart, int offset) {
		Statement found = null;
		for (Statement candidate : block.statements()) {
			boolean open = candidate.block() == null || offset <= candidate.block().open();
			boolean sameLine = candidate.offset() >= lineStart || offset <= candidate.headEnd();
			if (candidate.offset() < offset && open && sameLine) {
				found = candidate;
			}
		}
		return Optional.ofNullable(found);
	}

	private static List<Word> prepend(Word first, List<Word> others) {
		return Stream.concat(Stream.of(first), others.stream()).toList();
	}

	private static boolean isClosed(String text, Word quoted) {
		return quoted.length() > 1 && text.charAt(quoted.end() - 1) == '"';
	}

	private static int lineEnd(String text, int offset) {
		int newline = text.indexOf('\n', offset);
		return newline < 0 ? text.length() : newline;
	}

	private static boolean isEmpty(SourceTree tree, int from, int lineEnd) {
		int end = tree.comments().stream().filter(c -> c.offset() >= from && c.offset() < lineEnd).mapToInt(c -> c.offset()).findFirst()
				.orElse(lineEnd);
		String rest = tree.text().substring(from, end).strip();
		return rest.isEmpty() || rest.startsWith("}");
	}
}

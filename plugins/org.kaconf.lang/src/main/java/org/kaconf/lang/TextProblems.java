package org.kaconf.lang;

import java.util.List;
import java.util.function.Consumer;

import org.kaconf.lang.syntax.Definitions;
import org.kaconf.lang.syntax.Lines;
import org.kaconf.lang.syntax.Scanner;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.StructureProblem;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;
import org.kaconf.lang.syntax.Words;
import org.kaconf.model.Origin;

/** Finds what is wrong with lines, quotes and braces. */
final class TextProblems {
	/** A char of Java becomes at most so many bytes of UTF-8. */
	private static final int BYTES_OF_CHAR = 3;

	private TextProblems() {
	}

	/** From an offset and length to where that was written. */
	interface Places {
		Origin of(int offset, int length);
	}

	/** What is wrong with a file as such. */
	static void ofFile(SourceFile file, Consumer<Problem> problems) {
		String text = file.text();
		if (text.startsWith("\uFEFF")) {
			problems.accept(new Problem(ProblemKind.BYTE_ORDER_MARK, "the file starts with a byte order mark, which keepalived takes for part of the first word; save it without", file.origin(0, 1)));
		}
		for (int start = 0; start < text.length();) {
			int end = Lines.endOfLine(text, start);
			if (end - start > Lines.LONGEST / BYTES_OF_CHAR && Lines.bytes(text, start, end) > Lines.LONGEST) {
				problems.accept(new Problem(ProblemKind.LINE_TOO_LONG, "the line is longer than " + Lines.LONGEST + " bytes; keepalived breaks it in two", file.origin(start, end - start)));
			}
			start = end + 1;
		}
		int foreign = ForeignBytes.find(text, 0);
		if (foreign >= 0) {
			problems.accept(new Problem(ProblemKind.NOT_UTF8, "the byte " + ForeignBytes.show(text.substring(foreign, foreign + 1)) + " is no UTF-8; generated files keep it as it is",
					file.origin(foreign, 1)));
		}
		continuations(file, problems);
	}

	/** Backslashes at the end of lines that nothing goes on behind. */
	private static void continuations(SourceFile file, Consumer<Problem> problems) {
		String text = file.text();
		if (text.indexOf('\\') < 0) {
			return;
		}
		int behindDefinition = 0;
		for (Token token : Scanner.scan(text)) {
			if (token.type() == TokenType.ASSIGN) {
				behindDefinition = Definitions.endOfText(text, token.end());
			}
			for (int end = text.indexOf('\n', token.start()); token.type() != TokenType.DEFINITION_TEXT && end >= 0 && end < token.end(); end = text.indexOf('\n', end + 1)) {
				continuation(file, end, behindDefinition, problems);
			}
		}
		if (!text.endsWith("\n")) {
			continuation(file, text.length(), behindDefinition, problems);
		}
	}

	/** @param end of the line @param allowed offset of the end of the definition in front of it */
	private static void continuation(SourceFile file, int end, int allowed, Consumer<Problem> problems) {
		int start = file.text().lastIndexOf('\n', end - 1) + 1;
		int backslash = Lines.continuation(file.text(), start);
		if (backslash >= allowed) {
			problems.accept(new Problem(ProblemKind.CONTINUATION, "the line does not go on behind '\\', which becomes a part of its last word; remove it and write one line", file.origin(backslash, 1)));
		}
	}

	/** What is wrong with quotes and braces of a text. */
	static void ofStructure(Structure structure, Places places, Consumer<Problem> problems) {
		String text = structure.text();
		for (StructureProblem problem : structure.problems()) {
			List<Related> related = problem.repairAt() == problem.start() ? List.of()
					: List.of(new Related(places.of(problem.repairAt(), 0), problem.kind() == StructureProblem.Kind.MISSING_OPENING_BRACE ? "'{' belongs here" : "'}' belongs here"));
			problems.accept(new Problem(ProblemKind.valueOf(problem.kind().name()), problem.message(), places.of(problem.start(), problem.end() - problem.start()), related));
		}
		for (Token token : structure.tokens()) {
			boolean open = token.type() == TokenType.ESCAPED ? Words.isUnterminatedEscaped(token.in(text))
					: (token.type() == TokenType.STRING || token.type().isHead()) && Words.isUnterminated(token.in(text));
			if (open) {
				problems.accept(new Problem(ProblemKind.UNTERMINATED_QUOTE, "the quote is not closed on its line; add one", places.of(token.start(), token.length())));
			}
		}
	}
}

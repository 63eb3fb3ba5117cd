package org.kaconf.lang;

import java.util.List;
import java.util.function.Consumer;

import org.kaconf.lang.syntax.Lines;
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

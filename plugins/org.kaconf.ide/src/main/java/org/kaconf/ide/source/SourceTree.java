package org.kaconf.ide.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A text read into statements. Immutable once made. */
public final class SourceTree {
	private final String text;
	private final Block root;
	private final List<Range> comments;
	private final List<Variable> variables;
	private final List<Range> braces;

	SourceTree(String text, Block root, List<Range> comments, List<Variable> variables, List<Range> braces) {
		this.text = text;
		this.root = root;
		this.comments = List.copyOf(comments);
		this.variables = List.copyOf(variables);
		this.braces = List.copyOf(braces);
	}

	/** Reads a text. */
	public static SourceTree read(String text) {
		return new SourceReader(text).read();
	}

	public String text() {
		return text;
	}

	public Block root() {
		return root;
	}

	/** From the comment sign to the end of the line, in order. */
	public List<Range> comments() {
		return comments;
	}

	/** All uses of definitions, in order. */
	public List<Variable> variables() {
		return variables;
	}

	/** The braces of blocks, stray ones included, in order. */
	public List<Range> braces() {
		return braces;
	}

	/** The innermost block a character written at the offset would be in. */
	public Block blockAt(int offset) {
		Block block = root;
		for (Block inner = child(block, offset); inner != null; inner = child(block, offset)) {
			block = inner;
		}
		return block;
	}

	private Block child(Block block, int offset) {
		for (Statement statement : block.statements()) {
			if (statement.block() != null && encloses(statement.block(), offset)) {
				return statement.block();
			}
		}
		return null;
	}

	/** Behind what an unclosed inner block holds, indentation tells to which block a line will belong. */
	private boolean encloses(Block block, int offset) {
		if (!block.encloses(offset) || block.close() >= 0 || offset <= block.contentEnd() || block.parent() == root) {
			return block.encloses(offset);
		}
		int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
		return lineStart <= block.contentEnd() || offset - lineStart > column(block.owner().offset());
	}

	private int endOfLine(int offset) {
		int newline = text.indexOf('\n', offset);
		return newline < 0 ? text.length() : newline;
	}

	private int column(int offset) {
		return offset - (text.lastIndexOf('\n', offset - 1) + 1);
	}

	/** The statement whose own words, not those of its block, include the offset. */
	public Optional<Statement> statementAt(int offset) {
		// The head of a block stands outside of it, also when the offset is just before its brace.
		return find(root, offset);
	}

	private static Optional<Statement> find(Block block, int offset) {
		for (Statement statement : block.statements()) {
			if (statement.offset() <= offset && offset <= statement.headEnd()) {
				return Optional.of(statement);
			}
			if (statement.block() != null && statement.block().encloses(offset)) {
				return find(statement.block(), offset);
			}
		}
		return Optional.empty();
	}

	public Optional<Variable> variableAt(int offset) {
		return variables.stream().filter(v -> v.touches(offset)).findFirst();
	}

	/** Whether a character written at the offset would be part of a comment. */
	public boolean isComment(int offset) {
		// Blanks at the end of the line are part of it too.
		return comments.stream().anyMatch(c -> c.offset() < offset && offset <= endOfLine(c.end()));
	}

	/** Calls back for every statement, an outer one before those of its block. */
	public void forEach(Consumer<Statement> action) {
		visit(root, action);
	}

	private static void visit(Block block, Consumer<Statement> action) {
		for (Statement statement : block.statements()) {
			action.accept(statement);
			if (statement.block() != null) {
				visit(statement.block(), action);
			}
		}
	}
}

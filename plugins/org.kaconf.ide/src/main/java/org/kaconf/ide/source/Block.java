package org.kaconf.ide.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The statements between two braces, or those of the whole file. */
public final class Block {
	private final Block parent;
	private final int open;
	private final List<Statement> statements = new ArrayList<>();
	private Statement owner;
	private int close = -1;
	private int end = -1;

	Block(Block parent, int open) {
		this.parent = parent;
		this.open = open;
	}

	/** The block around it; {@code null} for the file's. */
	public Block parent() {
		return parent;
	}

	/** The statement it belongs to; {@code null} for the file's block. */
	public Statement owner() {
		return owner;
	}

	/** Offset of the opening brace; -1 for the file's block. */
	public int open() {
		return open;
	}

	/** Offset of the closing brace; -1 when it is missing, and for the file's block. */
	public int close() {
		return close;
	}

	/** Just after the closing brace, or where the reader took the block for finished without one. */
	public int end() {
		return end;
	}

	public List<Statement> statements() {
		return Collections.unmodifiableList(statements);
	}

	/** The first statement with this keyword. */
	public Statement find(String keyword) {
		return statements.stream().filter(s -> s.name().equals(keyword)).findFirst().orElse(null);
	}

	/** Whether a character written at the offset would be inside. */
	boolean encloses(int offset) {
		return open < offset && (close >= 0 ? offset <= close : offset <= end);
	}

	/** End of the last statement, or of the opening brace. */
	int contentEnd() {
		return statements.isEmpty() ? open + 1 : statements.getLast().end();
	}

	void removeLast() {
		statements.removeLast();
	}

	void add(Statement statement) {
		statements.add(statement);
	}

	void ownedBy(Statement statement) {
		owner = statement;
	}

	void closeAt(int brace) {
		close = brace;
		end = brace + 1;
	}

	void endAt(int offset) {
		end = offset;
	}
}

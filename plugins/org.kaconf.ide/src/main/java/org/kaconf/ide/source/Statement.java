package org.kaconf.ide.source;

import java.util.List;

/** A line with its block, or a definition. */
public final class Statement {
	private final Block parent;
	private final Word condition;
	private final Word keyword;
	private final List<Word> values;
	private final boolean definition;
	private Block block;
	private int end;

	Statement(Block parent, Word condition, Word keyword, List<Word> values, boolean definition, int end) {
		this.parent = parent;
		this.condition = condition;
		this.keyword = keyword;
		this.values = List.copyOf(values);
		this.definition = definition;
		this.end = end;
	}

	/** The block it stands in. */
	public Block parent() {
		return parent;
	}

	/** The {@code @node} in front, or {@code null}. */
	public Word condition() {
		return condition;
	}

	/** The first word; {@code $NAME} without the equals sign for a definition; {@code null} for a block without one. */
	public Word keyword() {
		return keyword;
	}

	/** The keyword's text; empty when there is none. */
	public String name() {
		return keyword == null ? "" : keyword.text();
	}

	/** The words after the keyword; for a definition one word with all its text, or none. */
	public List<Word> values() {
		return values;
	}

	/** The words after the keyword without their quotes. */
	public List<String> texts() {
		return values.stream().map(Word::text).toList();
	}

	/** Whether it is a line {@code $NAME=text}. */
	public boolean isDefinition() {
		return definition;
	}

	/** Its block, or {@code null}. */
	public Block block() {
		return block;
	}

	public int offset() {
		if (condition != null) {
			return condition.offset();
		}
		return keyword != null ? keyword.offset() : block.open();
	}

	/** Just after its last word or the closing brace of its block. */
	public int end() {
		return block != null ? block.end() : end;
	}

	/** End of the last word before the block. */
	public int headEnd() {
		return end;
	}

	void open(Block newBlock) {
		block = newBlock;
	}
}

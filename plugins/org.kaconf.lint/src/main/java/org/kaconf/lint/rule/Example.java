package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A configuration that shows a rule. In the text of a bad example the places where the rule speaks are set in double square
 * brackets, {@code priority [[300]]}; the brackets are no part of the configuration.
 *
 * @param file name of the file it stands for: a configuration or kaconf.properties
 * @param text its text, without brackets
 * @param marks the marked ranges in order
 */
public record Example(String file, String text, List<Mark> marks) {
	/** Two nodes on one network, to begin the examples of rules that compare nodes. */
	public static final String TWO_NODES = """
			cluster web {
			    node lb1 {
			        address 192.0.2.1/24 dev eth0
			    }
			    node lb2 {
			        address 192.0.2.2/24 dev eth0
			    }
			}

			""";

	private static final String OPEN = "[[";
	private static final String CLOSE = "]]";

	/** A range of the text, as offsets counted from 0; the end is exclusive. */
	public record Mark(int start, int end) {
	}

	public Example {
		marks = List.copyOf(marks);
	}

	/** Reads a configuration with marks. */
	public static Example of(String marked) {
		return read("cluster.kaconf", marked);
	}

	/** Reads a kaconf.properties with marks. */
	public static Example settings(String marked) {
		return read("kaconf.properties", marked);
	}

	private static Example read(String file, String marked) {
		StringBuilder text = new StringBuilder();
		List<Mark> marks = new ArrayList<>();
		int from = 0;
		for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
			int close = marked.indexOf(CLOSE, open);
			if (close < 0) {
				throw new IllegalArgumentException("a mark of the example is not closed: " + marked);
			}
			text.append(marked, from, open);
			int start = text.length();
			text.append(marked, open + OPEN.length(), close);
			marks.add(new Mark(start, text.length()));
			from = close + CLOSE.length();
		}
		return new Example(file, text.append(marked.substring(from)).toString(), marks);
	}

	/** The line of an offset, counted from 1. */
	public int line(int offset) {
		return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
	}

	/** The column of an offset, counted from 1. */
	public int column(int offset) {
		return offset - text.lastIndexOf('\n', offset - 1);
	}
}

package org.kaconf.lang;

import java.util.Arrays;

/** Offsets of a text and its lines and columns, both counting from 1. */
public final class LineMap {
	private final int[] starts;
	private final int length;

	public LineMap(String text) {
		int[] found = new int[16];
		int count = 1;
		for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
			if (count == found.length) {
				found = Arrays.copyOf(found, count * 2);
			}
			found[count++] = i + 1;
		}
		starts = Arrays.copyOf(found, count);
		length = text.length();
	}

	public int lines() {
		return starts.length;
	}

	public int line(int offset) {
		int found = Arrays.binarySearch(starts, clamp(offset));
		return found >= 0 ? found + 1 : -found - 1;
	}

	public int column(int offset) {
		return clamp(offset) - starts[line(offset) - 1] + 1;
	}

	/** Offset of a line and column; of the nearest one that exists. */
	public int offset(int line, int column) {
		int wanted = Math.clamp(line, 1, starts.length);
		int end = wanted < starts.length ? starts[wanted] - 1 : length;
		return Math.clamp((long) starts[wanted - 1] + column - 1, starts[wanted - 1], end);
	}

	private int clamp(int offset) {
		return Math.clamp(offset, 0, length);
	}
}

package org.kaconf.ide.lsp;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.kaconf.lang.LineMap;

/** Offsets of a text as the protocol writes them: lines and UTF-16 characters from 0. */
final class Positions {
	private final LineMap lines;

	Positions(String text) {
		this.lines = new LineMap(text);
	}

	int offset(Position position) {
		return lines.offset(position.getLine() + 1, position.getCharacter() + 1);
	}

	Position position(int offset) {
		return new Position(lines.line(offset) - 1, lines.column(offset) - 1);
	}

	Range range(int offset, int length) {
		return new Range(position(offset), position(offset + length));
	}
}

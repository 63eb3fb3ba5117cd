package org.kaconf.lang;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.model.Origin;

/** The text one node sees once conditions, definitions and includes are resolved. It knows where each piece was written. */
public final class ExpandedText {
	private final String text;
	private final List<Piece> pieces;

	/**
	 * A piece of the text.
	 *
	 * @param start its offset in the expanded text
	 * @param offset where it was written
	 * @param length how much text it stands for there
	 * @param verbatim whether it stands there character by character; else it was put in for what stands there
	 */
	record Piece(int start, SourceFile file, int offset, int length, boolean verbatim) {
	}

	private ExpandedText(String text, List<Piece> pieces) {
		this.text = text;
		this.pieces = pieces;
	}

	/** A file that needs no expansion. */
	static ExpandedText of(SourceFile file) {
		return new ExpandedText(file.text(), List.of(new Piece(0, file, 0, file.text().length(), true)));
	}

	public String text() {
		return text;
	}

	/** Whether it is a file's own text from end to end. */
	boolean isWhole(SourceFile file) {
		return pieces.size() == 1 && pieces.getFirst().verbatim() && pieces.getFirst().file() == file && text.length() == file.text().length() || text.isEmpty() && file.text().isEmpty();
	}

	/** Where a range was written; for text that was put in for a definition, the place of its use. */
	public Origin origin(int offset, int length) {
		if (pieces.isEmpty()) {
			return Origin.NONE;
		}
		Piece first = pieces.get(pieceAt(offset));
		Piece last = pieces.get(pieceAt(length == 0 ? offset : offset + length - 1));
		int start = startIn(first, offset);
		int end = last.file() == first.file() ? Math.max(start, endIn(last, offset + length)) : first.offset() + first.length();
		return first.file().origin(start, end - start);
	}

	/** The file a character was written in. */
	public SourceFile file(int offset) {
		return pieces.get(pieceAt(offset)).file();
	}

	/** Where a character was written in its {@link #file}; for text that was put in, the start of what it was put in for. */
	public int sourceOffset(int offset) {
		return startIn(pieces.get(pieceAt(offset)), offset);
	}

	private static int startIn(Piece piece, int offset) {
		return piece.verbatim() ? Math.min(piece.offset() + offset - piece.start(), piece.offset() + piece.length()) : piece.offset();
	}

	private static int endIn(Piece piece, int end) {
		return piece.verbatim() ? Math.min(piece.offset() + end - piece.start(), piece.offset() + piece.length()) : piece.offset() + piece.length();
	}

	private int pieceAt(int offset) {
		int low = 0;
		int high = pieces.size() - 1;
		while (low < high) {
			int middle = (low + high + 1) >>> 1;
			if (pieces.get(middle).start() <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}

	/** Puts an expanded text together. */
	static final class Builder {
		private final StringBuilder text = new StringBuilder();
		private final List<Piece> pieces = new ArrayList<>();

		int length() {
			return text.length();
		}

		/** Adds text as it stands in a file. */
		Builder verbatim(SourceFile file, int start, int end) {
			if (end <= start) {
				return this;
			}
			Piece last = pieces.isEmpty() ? null : pieces.getLast();
			if (last != null && last.verbatim() && last.file() == file && last.offset() + last.length() == start) {
				pieces.set(pieces.size() - 1, new Piece(last.start(), file, last.offset(), end - last.offset(), true));
			} else {
				pieces.add(new Piece(text.length(), file, start, end - start, true));
			}
			text.append(file.text(), start, end);
			return this;
		}

		/** Adds text that takes the place of what stands in a file. */
		Builder substitute(String replacement, SourceFile file, int start, int end) {
			if (!replacement.isEmpty()) {
				pieces.add(new Piece(text.length(), file, start, end - start, false));
				text.append(replacement);
			}
			return this;
		}

		ExpandedText build() {
			return new ExpandedText(text.toString(), List.copyOf(pieces));
		}
	}
}

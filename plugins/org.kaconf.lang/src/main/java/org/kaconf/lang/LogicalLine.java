package org.kaconf.lang;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.syntax.Lines;
import org.kaconf.lang.syntax.Scanner;
import org.kaconf.model.Origin;

/** One line while it is expanded, with the place in a file that each of its pieces comes from. */
final class LogicalLine {
	private final List<Piece> pieces;
	private final String text;

	/** @param text what the piece now says @param verbatim whether it stands so in the file */
	private record Piece(String text, SourceFile file, int start, int end, boolean verbatim) {
		Piece part(int from, int to) {
			return verbatim ? new Piece(text.substring(from, to), file, start + from, start + to, true) : new Piece(text.substring(from, to), file, start, end, false);
		}
	}

	private LogicalLine(List<Piece> pieces) {
		this.pieces = pieces;
		StringBuilder all = new StringBuilder();
		pieces.forEach(p -> all.append(p.text()));
		this.text = all.toString();
	}

	/** A stretch of a file. */
	static LogicalLine of(SourceFile file, int start, int end) {
		return new LogicalLine(List.of(new Piece(file.text().substring(start, end), file, start, end, true)));
	}

	String text() {
		return text;
	}

	/** The line from an offset on. */
	LogicalLine from(int offset) {
		List<Piece> rest = slice(offset, text.length());
		return new LogicalLine(rest.isEmpty() ? List.of(spanning(offset, offset)) : rest);
	}

	/** The line up to an offset. */
	LogicalLine to(int offset) {
		return new LogicalLine(slice(0, offset));
	}

	LogicalLine withoutComment() {
		int end = Lines.endOfContent(text, 0);
		return end == text.length() ? this : new LogicalLine(slice(0, end));
	}

	/** Offset of the first character that is no blank. */
	int firstWord() {
		int i = 0;
		while (i < text.length() && Scanner.isBlank(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/** The lines that come of putting lines of text in the place of a range. */
	List<LogicalLine> replace(int start, int end, List<String> replacement) {
		Piece use = spanning(start, end);
		List<LogicalLine> lines = new ArrayList<>();
		for (int i = 0; i < replacement.size(); i++) {
			List<Piece> parts = new ArrayList<>();
			if (i == 0) {
				parts.addAll(slice(0, start));
			}
			parts.add(new Piece(replacement.get(i), use.file(), use.start(), use.end(), false));
			if (i == replacement.size() - 1) {
				parts.addAll(slice(end, text.length()));
			}
			lines.add(new LogicalLine(parts));
		}
		return lines;
	}

	/** The place in a file that a range of the line comes from. */
	private Piece spanning(int start, int end) {
		List<Piece> covered = slice(start, end);
		if (covered.isEmpty()) {
			Piece nearest = pieces.getFirst();
			return new Piece("", nearest.file(), nearest.start(), nearest.end(), false);
		}
		Piece first = covered.getFirst();
		Piece last = covered.getLast();
		return new Piece("", first.file(), first.start(), last.file() == first.file() ? Math.max(first.end(), last.end()) : first.end(), false);
	}

	Origin origin(int start, int end) {
		Piece place = spanning(start, end);
		return place.file().origin(place.start(), place.end() - place.start());
	}

	SourceFile file() {
		return pieces.getFirst().file();
	}

	private List<Piece> slice(int start, int end) {
		List<Piece> parts = new ArrayList<>();
		int at = 0;
		for (Piece piece : pieces) {
			int from = Math.max(start, at);
			int to = Math.min(end, at + piece.text().length());
			if (from < to) {
				parts.add(piece.part(from - at, to - at));
			}
			at += piece.text().length();
		}
		return parts;
	}

	/** Starts a new line of the expanded text that belongs where this one does. */
	void newLine(ExpandedText.Builder out) {
		Piece first = pieces.getFirst();
		out.substitute("\n", first.file(), first.start(), first.end());
	}

	void appendTo(ExpandedText.Builder out) {
		for (Piece piece : pieces) {
			if (piece.verbatim()) {
				out.verbatim(piece.file(), piece.start(), piece.end());
			} else {
				out.substitute(piece.text(), piece.file(), piece.start(), piece.end());
			}
		}
	}
}

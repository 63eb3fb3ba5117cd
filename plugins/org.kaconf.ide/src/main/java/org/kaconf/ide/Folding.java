package org.kaconf.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.kaconf.ide.source.Range;
import org.kaconf.ide.source.SourceTree;

/** Finds what can be folded. */
final class Folding {
	private final SourceTree tree;
	private final List<FoldingRange> ranges = new ArrayList<>();

	private Folding(SourceTree tree) {
		this.tree = tree;
	}

	static List<FoldingRange> of(SourceTree tree) {
		Folding folding = new Folding(tree);
		tree.forEach(s -> folding.add(s.offset(), s.end(), FoldingRange.Kind.BLOCK));
		folding.addComments();
		folding.ranges.sort(Comparator.comparingInt(FoldingRange::offset));
		return List.copyOf(folding.ranges);
	}

	/** Lines next to each other that hold nothing but a comment fold together. */
	private void addComments() {
		Range first = null;
		Range last = null;
		for (Range comment : tree.comments()) {
			if (!isAlone(comment)) {
				continue;
			}
			if (first == null || !tree.text().substring(last.end(), comment.offset()).isBlank() || linesBetween(last.end(), comment.offset()) > 1) {
				addComment(first, last);
				first = comment;
			}
			last = comment;
		}
		addComment(first, last);
	}

	private void addComment(Range first, Range last) {
		if (first != null) {
			add(first.offset(), last.end(), FoldingRange.Kind.COMMENT);
		}
	}

	private boolean isAlone(Range comment) {
		int lineStart = tree.text().lastIndexOf('\n', comment.offset() - 1) + 1;
		return tree.text().substring(lineStart, comment.offset()).isBlank();
	}

	private void add(int start, int end, FoldingRange.Kind kind) {
		int last = end;
		while (last > start && Character.isWhitespace(tree.text().charAt(last - 1))) {
			last--;
		}
		if (linesBetween(start, last) > 0) {
			ranges.add(new FoldingRange(start, last - start, kind));
		}
	}

	private long linesBetween(int start, int end) {
		return tree.text().substring(start, end).chars().filter(c -> c == '\n').count();
	}
}

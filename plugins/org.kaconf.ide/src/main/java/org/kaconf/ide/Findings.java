package org.kaconf.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.SourceFile;
import org.kaconf.model.Origin;

/** Puts what the checks found into the terms of an editor: offsets instead of lines and columns. */
final class Findings {
	private final ClusterView view;
	private final SourceFile file;

	private Findings(ClusterView view, SourceFile file) {
		this.view = view;
		this.file = file;
	}

	/** The findings in one file of a cluster. */
	static List<Diagnostic> in(SourceFile file, ClusterView view) {
		Findings findings = new Findings(view, file);
		List<Diagnostic> found = new ArrayList<>();
		for (org.kaconf.lint.Diagnostic diagnostic : view.diagnostics()) {
			if (findings.concerns(diagnostic.origin())) {
				found.add(findings.convert(diagnostic));
			}
		}
		found.sort(Comparator.comparingInt(Diagnostic::offset).thenComparing(Diagnostic::severity));
		return List.copyOf(found);
	}

	/** What is said of no place at all is shown at the start of the root. */
	private boolean concerns(Origin origin) {
		return origin.isKnown() ? view.file(origin.file()).filter(f -> f.path().equals(file.path())).isPresent()
				: file.path().normalize().equals(view.root());
	}

	private Diagnostic convert(org.kaconf.lint.Diagnostic diagnostic) {
		Target place = visible(place(file, diagnostic.origin()));
		List<Diagnostic.Related> related = new ArrayList<>();
		for (org.kaconf.lint.Related other : diagnostic.related()) {
			place(other.origin()).ifPresent(p -> related.add(new Diagnostic.Related(p, other.message())));
		}
		return new Diagnostic(place.offset(), place.length(), Severity.valueOf(diagnostic.severity().name()), diagnostic.rule(), diagnostic.name(),
				diagnostic.message(), related, diagnostic.fixes().stream().flatMap(f -> convert(f).stream()).toList());
	}

	/** A fix one of whose places is in no known file is no fix. */
	private Optional<QuickFix> convert(org.kaconf.lint.Fix fix) {
		List<TextEdit> edits = new ArrayList<>();
		for (org.kaconf.lint.Edit edit : fix.edits()) {
			place(edit.range()).ifPresent(p -> edits.add(new TextEdit(p.file(), p.offset(), p.length(), edit.newText())));
		}
		return edits.size() == fix.edits().size() ? Optional.of(new QuickFix(fix.title(), edits, fix.safe())) : Optional.empty();
	}

	private Optional<Target> place(Origin origin) {
		return view.file(origin.file()).map(f -> place(f, origin));
	}

	private static Target place(SourceFile in, Origin origin) {
		if (!origin.isKnown()) {
			return new Target(in.path().normalize(), 0, 0);
		}
		int start = in.lines().offset(origin.line(), origin.column());
		int end = in.lines().offset(origin.endLine(), origin.endColumn());
		return new Target(in.path().normalize(), start, Math.max(0, end - start));
	}

	/** An empty place is shown at the character before or after it. */
	private Target visible(Target place) {
		if (place.length() > 0 || file.text().isEmpty()) {
			return place;
		}
		boolean atLineEnd = place.offset() == file.text().length() || file.text().charAt(place.offset()) == '\n' || file.text().charAt(place.offset()) == '\r';
		return new Target(place.file(), atLineEnd && place.offset() > 0 ? place.offset() - 1 : place.offset(), 1);
	}
}

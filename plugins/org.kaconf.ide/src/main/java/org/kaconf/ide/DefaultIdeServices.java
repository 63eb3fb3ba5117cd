package org.kaconf.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.kaconf.lang.ProjectSettings;
import org.kaconf.lang.SourceProvider;
import org.kaconf.lang.format.FormatOptions;
import org.kaconf.lang.format.Formatter;
import org.kaconf.lang.syntax.Lines;

/** The services over the snapshots of all open files. */
final class DefaultIdeServices implements IdeServices {
	private final Map<Path, Snapshot> open = new ConcurrentHashMap<>();
	private final Clusters clusters;

	/** @param disk where the texts of files come from that are not open */
	DefaultIdeServices(SourceProvider disk) {
		clusters = new Clusters(path -> {
			Snapshot snapshot = open.get(path.toAbsolutePath().normalize());
			return snapshot != null ? snapshot.text() : disk.read(path);
		});
	}

	@Override
	public Snapshot snapshot(Path file, String unsavedText) {
		Path path = file.toAbsolutePath().normalize();
		Snapshot latest = open.get(path);
		if (latest != null && latest.text().equals(unsavedText)) {
			return latest;
		}
		Snapshot snapshot = new Snapshot(new SourceUnit(path, unsavedText), clusters);
		open.put(path, snapshot);
		clusters.changed(path);
		renewOthers(path);
		return snapshot;
	}

	@Override
	public Optional<Snapshot> latest(Path file) {
		return Optional.ofNullable(open.get(file.toAbsolutePath().normalize()));
	}

	@Override
	public void closed(Path file) {
		Path path = file.toAbsolutePath().normalize();
		open.remove(path);
		clusters.closed(path);
		renewOthers(path);
	}

	private void renewOthers(Path path) {
		open.replaceAll((other, snapshot) -> !other.equals(path) && snapshot.dependsOn(path) ? snapshot.renewed() : snapshot);
	}

	@Override
	public void filesChanged() {
		clusters.changed();
		open.replaceAll((path, snapshot) -> snapshot.renewed());
	}

	@Override
	public List<Proposal> completion(Snapshot snapshot, int offset) {
		return Completion.at(snapshot.unit(), snapshot.names(), inside(snapshot, offset));
	}

	@Override
	public Optional<Hover> hover(Snapshot snapshot, int offset) {
		return new Hovers(snapshot).at(inside(snapshot, offset));
	}

	@Override
	public List<Symbol> outline(Snapshot snapshot) {
		return snapshot.outline();
	}

	@Override
	public List<Target> definition(Snapshot snapshot, int offset) {
		return snapshot.names().definitions(offset);
	}

	@Override
	public List<Target> references(Snapshot snapshot, int offset) {
		return snapshot.namesOfCluster().references(offset);
	}

	@Override
	public List<Highlight> highlights(Snapshot snapshot, int offset) {
		return snapshot.names().highlights(offset);
	}

	@Override
	public Optional<Target> renameTarget(Snapshot snapshot, int offset) {
		return snapshot.names().renameTarget(offset);
	}

	@Override
	public List<TextEdit> rename(Snapshot snapshot, int offset, String newName) {
		return snapshot.namesOfCluster().rename(offset, newName);
	}

	@Override
	public List<Token> tokens(Snapshot snapshot) {
		return snapshot.tokens();
	}

	@Override
	public List<FoldingRange> folding(Snapshot snapshot) {
		return snapshot.folding();
	}

	@Override
	public List<Diagnostic> diagnostics(Snapshot snapshot) {
		return snapshot.diagnostics();
	}

	@Override
	public List<QuickFix> quickFixes(Snapshot snapshot, int offset, int length) {
		return snapshot.diagnostics().stream().filter(d -> d.offset() <= offset + length && offset <= d.offset() + d.length())
				.flatMap(d -> d.fixes().stream()).distinct().toList();
	}

	@Override
	public List<TextEdit> format(Snapshot snapshot) {
		return Formatter.changes(snapshot.text(), FormatOptions.of(ProjectSettings.of(snapshot.file()))).stream()
				.map(c -> new TextEdit(snapshot.file(), c.start(), c.end() - c.start(), c.newText())).toList();
	}

	@Override
	public List<TextEdit> format(Snapshot snapshot, int offset, int length) {
		String text = snapshot.text();
		int first = inside(snapshot, offset);
		int last = (int) Math.clamp((long) offset + length, first, text.length());
		int start = text.lastIndexOf('\n', first - 1);
		int end = Lines.endOfLine(text, last);
		// How a line is indented is changed together with the end of the line before.
		return format(snapshot).stream().filter(e -> e.offset() + e.length() > start && (e.offset() < end || end == text.length())).toList();
	}

	@Override
	public List<String> nodeNames(Snapshot snapshot) {
		return snapshot.nodeNames();
	}

	/** An editor may ask with an offset of a text it has changed since. */
	private static int inside(Snapshot snapshot, int offset) {
		return Math.clamp(offset, 0, snapshot.text().length());
	}
}

package org.kaconf.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The services over the snapshots of all open files. */
final class DefaultIdeServices implements IdeServices {
	private final Map<Path, Snapshot> open = new ConcurrentHashMap<>();

	@Override
	public Snapshot snapshot(Path file, String unsavedText) {
		return open.compute(file.toAbsolutePath().normalize(),
				(path, latest) -> latest != null && latest.text().equals(unsavedText) ? latest : new Snapshot(path, unsavedText));
	}

	@Override
	public Optional<Snapshot> latest(Path file) {
		return Optional.ofNullable(open.get(file.toAbsolutePath().normalize()));
	}

	@Override
	public void closed(Path file) {
		open.remove(file.toAbsolutePath().normalize());
	}

	@Override
	public void filesChanged() {
		open.replaceAll((path, snapshot) -> new Snapshot(path, snapshot.text()));
	}

	@Override
	public List<Proposal> completion(Snapshot snapshot, int offset) {
		return Completion.at(snapshot.unit(), snapshot.names(), inside(snapshot, offset));
	}

	@Override
	public Optional<Hover> hover(Snapshot snapshot, int offset) {
		return Optional.empty();
	}

	@Override
	public List<Symbol> outline(Snapshot snapshot) {
		return Outline.of(snapshot.unit().typed(), snapshot.effectiveValues());
	}

	@Override
	public List<Target> definition(Snapshot snapshot, int offset) {
		return snapshot.names().definitions(offset);
	}

	@Override
	public List<Target> references(Snapshot snapshot, int offset) {
		return snapshot.names().references(offset);
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
		return snapshot.names().rename(offset, newName);
	}

	@Override
	public List<Token> tokens(Snapshot snapshot) {
		return Colouring.of(snapshot.unit().typed());
	}

	@Override
	public List<FoldingRange> folding(Snapshot snapshot) {
		return Folding.of(snapshot.unit().typed().source());
	}

	@Override
	public List<Diagnostic> diagnostics(Snapshot snapshot) {
		return List.of();
	}

	@Override
	public List<QuickFix> quickFixes(Snapshot snapshot, int offset, int length) {
		return List.of();
	}

	@Override
	public List<String> nodeNames(Snapshot snapshot) {
		return List.of();
	}

	/** An editor may ask with an offset of a text it has changed since. */
	private static int inside(Snapshot snapshot, int offset) {
		return Math.clamp(offset, 0, snapshot.text().length());
	}
}

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
		return List.of();
	}

	@Override
	public Optional<Hover> hover(Snapshot snapshot, int offset) {
		return Optional.empty();
	}

	@Override
	public List<Symbol> outline(Snapshot snapshot) {
		return List.of();
	}

	@Override
	public List<Target> definition(Snapshot snapshot, int offset) {
		return List.of();
	}

	@Override
	public List<Target> references(Snapshot snapshot, int offset) {
		return List.of();
	}

	@Override
	public List<Highlight> highlights(Snapshot snapshot, int offset) {
		return List.of();
	}

	@Override
	public Optional<Target> renameTarget(Snapshot snapshot, int offset) {
		return Optional.empty();
	}

	@Override
	public List<TextEdit> rename(Snapshot snapshot, int offset, String newName) {
		throw new IllegalArgumentException("There is no name to rename here.");
	}

	@Override
	public List<Token> tokens(Snapshot snapshot) {
		return List.of();
	}

	@Override
	public List<FoldingRange> folding(Snapshot snapshot) {
		return List.of();
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
}

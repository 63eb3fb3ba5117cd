package org.kaconf.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.SourceProvider;

/**
 * The language services of an editor. Safe for use by several threads; none of the methods throws for what a text contains.
 *
 * <p>{@link #snapshot}, {@link #latest}, {@link #tokens}, {@link #folding} and {@link #format} work on the text alone and take milliseconds.
 * {@link #completion}, {@link #definition}, {@link #highlights} and {@link #renameTarget} do so too, but for the first time in a file
 * that has others beside it. The rest analyse the whole cluster on first use of a snapshot and do not belong on a user interface's thread.
 */
public interface IdeServices {
	/** Services with a cache of their own. An application needs one. */
	static IdeServices create() {
		return new DefaultIdeServices(SourceProvider.DISK);
	}

	/**
	 * The snapshot of a file that is being edited. From now on other files see this text instead of the one on disk. The same path and
	 * text give the same snapshot until another file of the cluster changes.
	 *
	 * @param unsavedText what the editor shows
	 */
	Snapshot snapshot(Path file, String unsavedText);

	/** The newest snapshot of an open file, without computing anything. */
	Optional<Snapshot> latest(Path file);

	/** The editor of a file was closed: from now on the text on disk counts. */
	void closed(Path file);

	/** Files on disk changed: what was computed from them is computed anew when it is next asked for. */
	void filesChanged();

	/** What can be written at an offset, the most likely first. */
	List<Proposal> completion(Snapshot snapshot, int offset);

	/** What is known about the text at an offset. */
	Optional<Hover> hover(Snapshot snapshot, int offset);

	/** The file's statements as a tree, in the order of the text. */
	List<Symbol> outline(Snapshot snapshot);

	/** Where the name at an offset is defined; several when nodes define it differently, empty when it is no name. */
	List<Target> definition(Snapshot snapshot, int offset);

	/** All uses of the name at an offset, its definitions included, in all files of the cluster. */
	List<Target> references(Snapshot snapshot, int offset);

	/** The uses of the name at an offset in this text. */
	List<Highlight> highlights(Snapshot snapshot, int offset);

	/** The name at an offset that {@link #rename} would change; its file is the snapshot's. */
	Optional<Target> renameTarget(Snapshot snapshot, int offset);

	/**
	 * The edits, in all files of the cluster, that give the name at an offset a new one.
	 *
	 * @throws IllegalArgumentException with a sentence for the user when the new name is none, is taken, or nothing can be renamed here
	 */
	List<TextEdit> rename(Snapshot snapshot, int offset, String newName);

	/** The colours of the text, by offset. */
	List<Token> tokens(Snapshot snapshot);

	/** Blocks and comments of more than one line, by offset. */
	List<FoldingRange> folding(Snapshot snapshot);

	/** The findings in this text, by offset. */
	List<Diagnostic> diagnostics(Snapshot snapshot);

	/** The repairs of the diagnostics that touch a range. */
	List<QuickFix> quickFixes(Snapshot snapshot, int offset, int length);

	/** What has to change that the text looks as the project's settings say; each edit is right without the others. */
	List<TextEdit> format(Snapshot snapshot);

	/** The same for the lines that a range touches. */
	List<TextEdit> format(Snapshot snapshot, int offset, int length);

	/** The names of the cluster's nodes in the order of the text. */
	List<String> nodeNames(Snapshot snapshot);
}

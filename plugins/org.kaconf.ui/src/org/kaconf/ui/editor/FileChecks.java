package org.kaconf.ui.editor;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.core.runtime.jobs.Job;
import org.kaconf.ide.Diagnostic;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Snapshot;
import org.kaconf.ui.KaconfUi;

/** Checks files as they are on disk. */
public final class FileChecks {
	private FileChecks() {
	}

	/** Whether a file is of the Kaconf content type, by its name. */
	public static boolean isOurs(IFile file) {
		IContentType ours = Platform.getContentTypeManager().getContentType(KaconfUi.CONTENT_TYPE);
		return ours != null && ours.isAssociatedWith(file.getName());
	}

	/** Checks a file in the background and sets its markers. */
	public static void checkLater(IFile file) {
		Job job = Job.createSystem("Checking " + file.getName(), (ICoreRunnable) monitor -> checkSaved(file));
		job.setPriority(Job.DECORATE);
		job.schedule();
	}

	/**
	 * Checks a file as its editor shows it, or else as it is on disk, and sets its markers. An editor with changes that are not saved
	 * checks for itself: the markers of its text stay.
	 *
	 * @return what was found in the text on disk
	 */
	public static List<Diagnostic> checkSaved(IFile file) throws CoreException {
		if (!file.exists() || file.getLocation() == null) {
			return List.of();
		}
		IdeServices services = KaconfUi.services();
		Path path = file.getLocation().toPath();
		String saved = file.readString();
		if (!isShown(file, saved)) {
			IdeServices apart = IdeServices.create();
			return apart.diagnostics(apart.snapshot(path, saved));
		}
		Snapshot snapshot = services.snapshot(path, saved);
		List<Diagnostic> found = services.diagnostics(snapshot);
		ProblemMarkers.update(file, saved, found, () -> isShown(file, saved));
		if (buffer(file) == null) {
			services.closed(path);
		}
		return found;
	}

	/** Whether no editor shows another text. */
	private static boolean isShown(IFile file, String saved) {
		ITextFileBuffer open = buffer(file);
		return open == null || open.getDocument().get().equals(saved);
	}

	private static ITextFileBuffer buffer(IFile file) {
		return FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
	}
}

package org.kaconf.ui.editor;

import java.util.List;
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
		Job job = Job.createSystem("Checking " + file.getName(), (ICoreRunnable) monitor -> check(file));
		job.setPriority(Job.DECORATE);
		job.schedule();
	}

	/**
	 * Checks a file as its editor shows it, or as it is on disk, and sets its markers.
	 *
	 * @return what was found
	 */
	public static List<Diagnostic> check(IFile file) throws CoreException {
		if (!file.exists() || file.getLocation() == null) {
			return List.of();
		}
		IdeServices services = KaconfUi.services();
		var path = file.getLocation().toPath();
		var open = services.latest(path);
		Snapshot snapshot = open.isPresent() ? open.get() : services.snapshot(path, file.readString());
		try {
			List<Diagnostic> found = services.diagnostics(snapshot);
			ProblemMarkers.update(file, snapshot.text(), found);
			return found;
		} finally {
			if (open.isEmpty()) {
				services.closed(path);
			}
		}
	}
}

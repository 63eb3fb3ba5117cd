package org.kaconf.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Snapshot;
import org.kaconf.ui.editor.FileChecks;
import org.osgi.framework.BundleContext;

/** The plug-in: owner of the one {@link IdeServices} of the workbench, which it keeps informed of what happens to files. */
public final class KaconfUi extends AbstractUIPlugin {

	public static final String ID = "org.kaconf.ui";
	public static final String CONTENT_TYPE = "org.kaconf.ui.contentType";
	/** Extension of the project's own files; plain keepalived.conf files are known by their name. */
	public static final String EXTENSION = "kaconf";

	private static volatile KaconfUi instance;

	private final IdeServices services = IdeServices.create();
	private final IFileBufferListener buffers = new ClosedFiles();
	private final IResourceChangeListener changes = this::filesChanged;

	@Override
	public void start(BundleContext context) throws Exception {
		super.start(context);
		instance = this;
		FileBuffers.getTextFileBufferManager().addFileBufferListener(buffers);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
	}

	@Override
	public void stop(BundleContext context) throws Exception {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
		FileBuffers.getTextFileBufferManager().removeFileBufferListener(buffers);
		instance = null;
		super.stop(context);
	}

	public static KaconfUi instance() {
		return instance;
	}

	public static IdeServices services() {
		return instance.services;
	}

	/** Records what went wrong behind the scenes; the user sees it in the error log. */
	public static void log(String what, Throwable cause) {
		ILog.of(KaconfUi.class).error(what, cause);
	}

	/** The file a document shows; a document without one (a revision in a compare editor) gets a path of its own. */
	public static Path pathOf(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		IPath location = buffer == null ? null : locationOf(buffer.getLocation());
		return location == null ? Path.of("untitled-" + System.identityHashCode(document) + "." + EXTENSION) : location.toPath();
	}

	/** The workspace file a document shows. */
	public static Optional<IFile> fileOf(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		return buffer == null ? Optional.empty() : workspaceFile(buffer.getLocation());
	}

	/** The text of a document at this moment, ready for the services. May be called on any thread. */
	public static Snapshot snapshot(IDocument document) {
		return services().snapshot(pathOf(document), document.get());
	}

	private static Optional<IFile> workspaceFile(IPath location) {
		if (location == null || location.segmentCount() < 2) {
			return Optional.empty();
		}
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(location);
		return file.exists() ? Optional.of(file) : Optional.empty();
	}

	/** Buffers are known by workspace paths inside the workspace and by file system paths outside. */
	private static IPath locationOf(IPath bufferLocation) {
		return workspaceFile(bufferLocation).map(IFile::getLocation).orElse(bufferLocation);
	}

	private void filesChanged(IResourceChangeEvent event) {
		boolean[] contents = {false};
		try {
			event.getDelta().accept(delta -> {
				if (delta.getResource().getType() == IResource.FILE
						&& (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0)) {
					contents[0] = true;
				}
				return !contents[0];
			});
		} catch (CoreException e) {
			log("Looking at changed files", e);
		}
		if (contents[0]) {
			services.filesChanged();
		}
	}

	/** When the last editor of a file closes, what is on disk counts again, for other files and for the markers. */
	private static final class ClosedFiles implements IFileBufferListener {
		@Override
		public void bufferDisposed(IFileBuffer buffer) {
			workspaceFile(buffer.getLocation()).filter(FileChecks::isOurs).ifPresent(file -> {
				services().closed(file.getLocation().toPath());
				FileChecks.checkLater(file);
			});
		}

		@Override
		public void bufferCreated(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentReplaced(IFileBuffer buffer) {
		}

		@Override
		public void stateChanging(IFileBuffer buffer) {
		}

		@Override
		public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
		}

		@Override
		public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
		}

		@Override
		public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		}

		@Override
		public void underlyingFileDeleted(IFileBuffer buffer) {
		}

		@Override
		public void stateChangeFailed(IFileBuffer buffer) {
		}
	}
}

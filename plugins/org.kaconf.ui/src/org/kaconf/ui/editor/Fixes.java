package org.kaconf.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.kaconf.ide.QuickFix;
import org.kaconf.ide.TextEdit;
import org.kaconf.ui.KaconfUi;

/** The quick fixes of a marker: what its rule proposed when it was found. */
public final class Fixes implements IMarkerResolutionGenerator2 {
	@Override
	public boolean hasResolutions(IMarker marker) {
		return marker.getAttribute(ProblemMarkers.FIXABLE, false);
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		IResource file = marker.getResource();
		return ProblemMarkers.fixes(file, marker.getId()).stream().map(Resolution::new).toArray(IMarkerResolution[]::new);
	}

	private record Resolution(QuickFix fix) implements IMarkerResolution {
		@Override
		public String getLabel() {
			return fix.title();
		}

		@Override
		public void run(IMarker marker) {
			Map<Path, List<TextEdit>> byFile = fix.edits().stream().collect(Collectors.groupingBy(TextEdit::file));
			byFile.forEach(Resolution::apply);
		}

		/** Changes the text an editor shows and leaves saving to the user; a file that is not open is changed on disk. */
		private static void apply(Path file, List<TextEdit> edits) {
			ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
			IPath place = workspacePath(file);
			LocationKind kind = place == null ? LocationKind.LOCATION : LocationKind.IFILE;
			IPath path = place == null ? IPath.fromPath(file) : place;
			try {
				boolean open = buffers.getTextFileBuffer(path, kind) != null;
				buffers.connect(path, kind, null);
				try {
					ITextFileBuffer buffer = buffers.getTextFileBuffer(path, kind);
					DocumentEdits.apply(buffer.getDocument(), edits);
					if (!open) {
						buffer.commit(null, false);
					}
				} finally {
					buffers.disconnect(path, kind, null);
				}
			} catch (CoreException | BadLocationException e) {
				KaconfUi.log("Applying a quick fix to " + file, e);
			}
		}

		private static IPath workspacePath(Path file) {
			var found = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(IPath.fromPath(file));
			return found == null ? null : found.getFullPath();
		}
	}
}

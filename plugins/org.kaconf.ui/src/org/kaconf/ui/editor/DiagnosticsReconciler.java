package org.kaconf.ui.editor;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.Reconciler;
import org.kaconf.ide.Snapshot;
import org.kaconf.ui.KaconfUi;

/** Checks the text of an editor while the user types, saved or not, on the reconciler's own thread. */
public final class DiagnosticsReconciler extends Reconciler {
	/** Milliseconds of quiet before a change is checked: enough to take a paste as one, too little to be noticed. docs/benchmarks.md says what a check takes. */
	private static final int DELAY = 20;

	public DiagnosticsReconciler() {
		setDelay(DELAY);
		setReconcilingStrategy(new Strategy(), IDocument.DEFAULT_CONTENT_TYPE);
	}

	private static final class Strategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
		private IDocument document;

		@Override
		public void setDocument(IDocument newDocument) {
			document = newDocument;
		}

		@Override
		public void setProgressMonitor(IProgressMonitor monitor) {
		}

		@Override
		public void initialReconcile() {
			reconcile(null);
		}

		@Override
		public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
			reconcile(subRegion);
		}

		@Override
		public void reconcile(IRegion all) {
			IFile file = KaconfUi.fileOf(document).orElse(null);
			if (file == null) {
				return;
			}
			try {
				long stamp = ((IDocumentExtension4) document).getModificationStamp();
				Snapshot snapshot = KaconfUi.snapshot(document);
				var found = KaconfUi.services().diagnostics(snapshot);
				// After a change meanwhile the places would be wrong, and the next round is on its way.
				ProblemMarkers.update(file, snapshot.text(), found, () -> stamp == ((IDocumentExtension4) document).getModificationStamp());
			} catch (CoreException e) {
				KaconfUi.log("Checking " + file.getFullPath(), e);
			}
		}
	}
}

package org.kaconf.ui.editor;

import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.kaconf.ide.Snapshot;
import org.kaconf.ui.KaconfUi;

/**
 * Computes something from a document in the background, at first and after each change, and hands the result to the user
 * interface's thread unless the document has changed meanwhile (then the next result is under way).
 */
final class DocumentFollower<T> implements IDocumentListener {
	private final IDocument document;
	private final Display display;
	private final int delay;
	private final Function<Snapshot, T> compute;
	private final Consumer<T> apply;
	private final Job job;
	private volatile boolean disposed;

	/**
	 * @param delay milliseconds of quiet before a change is looked at
	 * @param compute runs in the background
	 * @param apply runs on the display's thread
	 */
	DocumentFollower(String name, IDocument document, Display display, int delay, Function<Snapshot, T> compute, Consumer<T> apply) {
		this.document = document;
		this.display = display;
		this.delay = delay;
		this.compute = compute;
		this.apply = apply;
		this.job = new Job(name) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				return follow(monitor);
			}
		};
		job.setSystem(true);
		job.setPriority(Job.SHORT);
		document.addDocumentListener(this);
		job.schedule();
	}

	/** Computes once more, though the document is the same. */
	void refresh() {
		job.schedule();
	}

	void dispose() {
		disposed = true;
		document.removeDocumentListener(this);
		job.cancel();
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		job.cancel();
		job.schedule(delay);
	}

	private IStatus follow(IProgressMonitor monitor) {
		long stamp = ((IDocumentExtension4) document).getModificationStamp();
		T result = compute.apply(KaconfUi.snapshot(document));
		if (!monitor.isCanceled() && !disposed && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!disposed && stamp == ((IDocumentExtension4) document).getModificationStamp()) {
					apply.accept(result);
				}
			});
		}
		return Status.OK_STATUS;
	}
}

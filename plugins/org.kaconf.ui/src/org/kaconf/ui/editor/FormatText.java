package org.kaconf.ui.editor;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.kaconf.ide.Snapshot;
import org.kaconf.ide.TextEdit;
import org.kaconf.ui.KaconfUi;

/** Lays out the selected lines, or the whole text when nothing is selected; one step of undo. */
public final class FormatText extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ITextEditor editor = HandlerUtil.getActiveEditor(event).getAdapter(ITextEditor.class);
		if (editor != null && editor.isEditable() && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
			target.beginCompoundChange();
			try {
				format(editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection);
			} catch (BadLocationException e) {
				throw new ExecutionException("The document has changed while it was formatted", e);
			} finally {
				target.endCompoundChange();
			}
		}
		return null;
	}

	private static void format(IDocument document, ITextSelection selection) throws BadLocationException {
		Snapshot snapshot = KaconfUi.snapshot(document);
		List<TextEdit> edits = selection.getLength() == 0 ? KaconfUi.services().format(snapshot)
				: KaconfUi.services().format(snapshot, selection.getOffset(), selection.getLength());
		DocumentEdits.apply(document, edits);
	}
}

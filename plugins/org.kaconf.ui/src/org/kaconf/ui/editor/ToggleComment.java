package org.kaconf.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Puts the selected lines into comments, or takes them out when all of them are. */
public final class ToggleComment extends AbstractHandler {
	private static final String COMMENT = "#";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ITextEditor editor = HandlerUtil.getActiveEditor(event).getAdapter(ITextEditor.class);
		if (editor != null && editor.isEditable() && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			DocumentRewriteSession session = ((IDocumentExtension4) document).startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL);
			try {
				toggle(document, selection.getStartLine(), lastLine(document, selection));
			} catch (BadLocationException e) {
				throw new ExecutionException("The selection is not in the document", e);
			} finally {
				((IDocumentExtension4) document).stopRewriteSession(session);
			}
		}
		return null;
	}

	/** A selection that ends at the start of a line does not mean that line. */
	private static int lastLine(IDocument document, ITextSelection selection) throws BadLocationException {
		int last = selection.getEndLine();
		boolean atStart = selection.getOffset() + selection.getLength() == document.getLineOffset(last);
		return atStart && last > selection.getStartLine() ? last - 1 : last;
	}

	static void toggle(IDocument document, int first, int last) throws BadLocationException {
		boolean all = true;
		for (int line = first; line <= last; line++) {
			String text = text(document, line).strip();
			all &= text.isEmpty() || text.startsWith(COMMENT);
		}
		for (int line = first; line <= last; line++) {
			String text = text(document, line);
			int at = document.getLineOffset(line) + text.length() - text.stripLeading().length();
			if (all) {
				int comment = text.strip().startsWith(COMMENT + " ") ? 2 : 1;
				document.replace(at, text.isBlank() ? 0 : comment, "");
			} else if (!text.isBlank()) {
				document.replace(at, 0, COMMENT + " ");
			}
		}
	}

	private static String text(IDocument document, int line) throws BadLocationException {
		String delimiter = document.getLineDelimiter(line);
		return document.get(document.getLineOffset(line), document.getLineLength(line) - (delimiter == null ? 0 : delimiter.length()));
	}
}

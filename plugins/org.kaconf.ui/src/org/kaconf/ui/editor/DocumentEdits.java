package org.kaconf.ui.editor;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.kaconf.ide.TextEdit;

/** Carries out edits that were computed from a document's text. */
final class DocumentEdits {
	private DocumentEdits() {
	}

	/** @throws BadLocationException when the document has changed since */
	static void apply(IDocument document, List<TextEdit> edits) throws BadLocationException {
		DocumentRewriteSession session = ((IDocumentExtension4) document).startRewriteSession(DocumentRewriteSessionType.UNRESTRICTED_SMALL);
		try {
			for (TextEdit edit : edits.stream().sorted(Comparator.comparingInt(TextEdit::offset).reversed()).toList()) {
				document.replace(edit.offset(), edit.length(), edit.newText());
			}
		} finally {
			((IDocumentExtension4) document).stopRewriteSession(session);
		}
	}
}

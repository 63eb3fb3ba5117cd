package org.kaconf.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.kaconf.ide.Hover;
import org.kaconf.ui.KaconfUi;

/** What is known about the word under the pointer. Only its region is computed on the user interface's thread. */
public final class LanguageHover implements ITextHover, ITextHoverExtension {
	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return KaconfUi.services().hover(KaconfUi.snapshot(viewer.getDocument()), region.getOffset()).map(Hover::markdown).orElse(null);
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return wordAt(viewer.getDocument(), offset);
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return MarkdownControl.CREATOR;
	}

	/** The piece without blanks and braces around an offset; null between such pieces. */
	static IRegion wordAt(IDocument document, int offset) {
		try {
			int start = offset;
			while (start > 0 && isWord(document.getChar(start - 1))) {
				start--;
			}
			int end = offset;
			while (end < document.getLength() && isWord(document.getChar(end))) {
				end++;
			}
			return start == end ? null : new Region(start, end - start);
		} catch (BadLocationException e) {
			return null;
		}
	}

	private static boolean isWord(char c) {
		return !Character.isWhitespace(c) && c != '{' && c != '}' && c != '"';
	}
}

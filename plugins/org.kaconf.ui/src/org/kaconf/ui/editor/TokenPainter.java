package org.kaconf.ui.editor;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.ui.PlatformUI;
import org.kaconf.ide.Token;
import org.kaconf.ui.KaconfUi;

/**
 * Colours a viewer with the tokens of the language services. They are computed in the background; until they are there the text
 * widget moves the colours of the text before along with the edit, so a keystroke never waits.
 */
public final class TokenPainter implements IPresentationReconciler, ITextInputListener, ITextListener {
	private static final int DELAY = 40;

	private final IPropertyChangeListener themes = event -> repaint();
	private ITextViewer viewer;
	private DocumentFollower<List<Token>> follower;

	@Override
	public void install(ITextViewer textViewer) {
		viewer = textViewer;
		viewer.addTextInputListener(this);
		viewer.addTextListener(this);
		PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
		inputDocumentChanged(null, viewer.getDocument());
	}

	@Override
	public void uninstall() {
		PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
		viewer.removeTextListener(this);
		viewer.removeTextInputListener(this);
		inputDocumentAboutToBeChanged(viewer.getDocument(), null);
	}

	@Override
	public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
		if (follower != null) {
			follower.dispose();
			follower = null;
		}
	}

	@Override
	public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
		if (newInput != null) {
			follower = new DocumentFollower<>("Kaconf colours", newInput, viewer.getTextWidget().getDisplay(), DELAY,
					snapshot -> KaconfUi.services().tokens(snapshot), this::paint);
		}
	}

	/** When lines fold or unfold the widget gets its text anew, without colours; the document, and so the tokens, are the same. */
	@Override
	public void textChanged(TextEvent event) {
		if (event.getDocumentEvent() == null && event.getViewerRedrawState()) {
			repaint();
		}
	}

	private void repaint() {
		if (follower != null) {
			follower.refresh();
		}
	}

	private void paint(List<Token> tokens) {
		if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
			return;
		}
		TextPresentation presentation = new TextPresentation(new Region(0, viewer.getDocument().getLength()), tokens.size());
		for (Token token : tokens) {
			presentation.addStyleRange(TokenColours.style(token));
		}
		viewer.changeTextPresentation(presentation, false);
	}

	/** Damage and repair are not how this one works. */
	@Override
	public IPresentationDamager getDamager(String contentType) {
		return null;
	}

	/** Damage and repair are not how this one works. */
	@Override
	public IPresentationRepairer getRepairer(String contentType) {
		return null;
	}
}

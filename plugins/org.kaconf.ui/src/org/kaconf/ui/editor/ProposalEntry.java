package org.kaconf.ui.editor;

import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.kaconf.ide.Proposal;
import org.kaconf.ui.KaconfUi;

/** A completion proposal in the popup: its label and detail in the list, its documentation beside it. */
final class ProposalEntry implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
		ICompletionProposalExtension5, ICompletionProposalExtension6 {
	private final Proposal proposal;
	private final int requestedAt;

	/** @param requestedAt where the caret stood when the proposal was computed */
	ProposalEntry(Proposal proposal, int requestedAt) {
		this.proposal = proposal;
		this.requestedAt = requestedAt;
	}

	@Override
	public void apply(IDocument document) {
		replace(document, requestedAt);
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		replace(viewer.getDocument(), offset);
	}

	/** What was typed since the popup opened is replaced too. */
	private void replace(IDocument document, int caret) {
		try {
			int length = Math.min(proposal.replaceLength() + caret - requestedAt, document.getLength() - proposal.replaceOffset());
			document.replace(proposal.replaceOffset(), Math.max(0, length), proposal.insertText());
		} catch (BadLocationException e) {
			KaconfUi.log("Inserting " + proposal.label(), e);
		}
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		try {
			String typed = document.get(proposal.replaceOffset(), offset - proposal.replaceOffset());
			return proposal.label().toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))
					|| proposal.insertText().startsWith(typed);
		} catch (BadLocationException e) {
			return false;
		}
	}

	@Override
	public Point getSelection(IDocument document) {
		return new Point(proposal.replaceOffset() + proposal.caret(), 0);
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString text = new StyledString(proposal.label());
		if (!proposal.detail().isEmpty()) {
			text.append("  " + proposal.detail(), StyledString.QUALIFIER_STYLER);
		}
		return text;
	}

	@Override
	public Image getImage() {
		return Images.of(proposal.kind());
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		return getAdditionalProposalInfo();
	}

	@Override
	public String getAdditionalProposalInfo() {
		return proposal.documentation().isEmpty() ? null : proposal.documentation();
	}

	@Override
	public IInformationControlCreator getInformationControlCreator() {
		return MarkdownControl.CREATOR;
	}

	@Override
	public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
		return proposal.insertText();
	}

	@Override
	public int getPrefixCompletionStart(IDocument document, int completionOffset) {
		return proposal.replaceOffset();
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
	}

	@Override
	public void unselected(ITextViewer viewer) {
	}
}

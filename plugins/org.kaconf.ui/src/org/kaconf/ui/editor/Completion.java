package org.kaconf.ui.editor;

import java.util.List;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.kaconf.ide.Proposal;
import org.kaconf.ui.KaconfUi;

/** Content assist. The Generic Editor calls it in the background. */
public final class Completion implements IContentAssistProcessor {
	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		List<Proposal> proposals = KaconfUi.services().completion(KaconfUi.snapshot(viewer.getDocument()), offset);
		return proposals.stream().map(proposal -> new ProposalEntry(proposal, offset)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	/** What starts a reference to a definition or a node; keywords come with the editor's assist on typing. */
	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] {'$', '@'};
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}

package org.kaconf.ui.editor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.kaconf.ide.Target;
import org.kaconf.ide.Token;
import org.kaconf.ide.TokenKind;
import org.kaconf.ui.KaconfUi;

/**
 * Makes names links to their definition, for F3 and for Ctrl+click. That a word is a name is seen from its colour, which is quick;
 * where it is defined is looked up in the background when the link is followed.
 */
public final class DefinitionDetector extends AbstractHyperlinkDetector {
	private static final Set<TokenKind> NAMES = EnumSet.of(TokenKind.NAME_REFERENCE, TokenKind.NAME_DEFINITION, TokenKind.VARIABLE,
			TokenKind.VARIABLE_DEFINITION, TokenKind.CONDITION);

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMultiple) {
		IDocument document = viewer.getDocument();
		if (document == null) {
			return null;
		}
		List<Token> tokens = KaconfUi.services().tokens(KaconfUi.snapshot(document));
		for (Token token : tokens) {
			if (token.offset() <= region.getOffset() && region.getOffset() <= token.end() && NAMES.contains(token.kind())) {
				return new IHyperlink[] {new Link(document, new Region(token.offset(), token.length()))};
			}
		}
		return null;
	}

	private record Link(IDocument document, IRegion region) implements IHyperlink {
		@Override
		public IRegion getHyperlinkRegion() {
			return region;
		}

		@Override
		public String getTypeLabel() {
			return "Kaconf";
		}

		@Override
		public String getHyperlinkText() {
			return "Open definition";
		}

		@Override
		public void open() {
			Display display = Display.getCurrent();
			Job job = Job.create("Finding the definition", (ICoreRunnable) monitor -> {
				List<Target> targets = KaconfUi.services().definition(KaconfUi.snapshot(document), region.getOffset());
				if (!targets.isEmpty()) {
					display.asyncExec(() -> show(targets.getFirst()));
				}
			});
			job.setPriority(Job.INTERACTIVE);
			job.schedule();
		}
	}

	/** Opens a file at a range. */
	static void show(Target target) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		try {
			IFile file = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(Path.fromOSString(target.file().toString()));
			IEditorPart part = file == null ? IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(target.file().toUri()))
					: IDE.openEditor(page, file, true);
			ITextEditor editor = part.getAdapter(ITextEditor.class);
			if (editor != null) {
				editor.selectAndReveal(target.offset(), target.length());
			}
		} catch (PartInitException e) {
			KaconfUi.log("Opening " + target.file(), e);
		}
	}
}

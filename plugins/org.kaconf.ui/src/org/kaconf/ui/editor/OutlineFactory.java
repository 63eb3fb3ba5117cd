package org.kaconf.ui.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.kaconf.ui.KaconfUi;

/** Gives a Generic Editor on one of our files its outline. */
public final class OutlineFactory implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		if (type == IContentOutlinePage.class && adaptable instanceof ITextEditor editor && editor.getEditorInput() != null
				&& Platform.getContentTypeManager().getContentType(KaconfUi.CONTENT_TYPE).isAssociatedWith(editor.getEditorInput().getName())) {
			return type.cast(new OutlinePage(editor));
		}
		return null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] {IContentOutlinePage.class};
	}
}

package org.kaconf.ui.editor;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.kaconf.ui.KaconfUi;

/** The icons of proposals and outline entries: one file in icons/ for each kind, named after it. */
final class Images {
	private Images() {
	}

	/** @param kind a kind of proposal or symbol */
	static Image of(Enum<?> kind) {
		String path = "icons/" + kind.name().toLowerCase(Locale.ROOT) + ".svg";
		ImageRegistry registry = KaconfUi.instance().getImageRegistry();
		if (registry.get(path) == null) {
			registry.put(path, ResourceLocator.imageDescriptorFromBundle(KaconfUi.ID, path).orElse(ImageDescriptor.getMissingImageDescriptor()));
		}
		return registry.get(path);
	}
}

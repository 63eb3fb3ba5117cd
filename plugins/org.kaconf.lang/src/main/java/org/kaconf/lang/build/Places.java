package org.kaconf.lang.build;

import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.model.Origin;

/** Where the pieces of a node's text were written. */
@FunctionalInterface
public interface Places {
	Origin of(ITextRegion region);
}

package org.kaconf.lang.syntax;

/** Reads text that is expanded already. */
public final class ExpandedLexer extends KaconfLexer {
	@Override
	protected Structure structure(String text) {
		return Structure.ofExpanded(text);
	}
}

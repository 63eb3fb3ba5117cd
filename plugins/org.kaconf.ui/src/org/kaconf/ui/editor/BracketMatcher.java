package org.kaconf.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Finds the other brace of a block. */
public final class BracketMatcher extends DefaultCharacterPairMatcher {
	public BracketMatcher() {
		super(new char[] {'{', '}'});
	}
}

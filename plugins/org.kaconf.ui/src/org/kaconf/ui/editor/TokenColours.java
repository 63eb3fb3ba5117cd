package org.kaconf.ui.editor;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.PlatformUI;
import org.kaconf.ide.Token;
import org.kaconf.ide.TokenKind;

/**
 * The look of each kind of token. Colours are entries of the workbench's "Colors and Fonts" page, so users, themes and the dark
 * style sheet can change them; a kind with no entry there has the editor's own colour.
 */
final class TokenColours {
	/** Prefix of the colour definitions in plugin.xml and the style sheet. */
	static final String PREFIX = "org.kaconf.ui.token.";

	private static final Set<TokenKind> BOLD = EnumSet.of(TokenKind.BLOCK_KEYWORD, TokenKind.EXTENSION_KEYWORD, TokenKind.NAME_DEFINITION);
	private static final Set<TokenKind> ITALIC = EnumSet.of(TokenKind.COMMENT, TokenKind.UNKNOWN_KEYWORD);

	private TokenColours() {
	}

	static ColorRegistry registry() {
		return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
	}

	static StyleRange style(Token token) {
		int font = (BOLD.contains(token.kind()) ? SWT.BOLD : SWT.NORMAL) | (ITALIC.contains(token.kind()) ? SWT.ITALIC : SWT.NORMAL);
		return new StyleRange(token.offset(), token.length(), registry().get(PREFIX + token.kind()), null, font);
	}
}

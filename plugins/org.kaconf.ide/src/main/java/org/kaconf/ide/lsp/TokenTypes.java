package org.kaconf.ide.lsp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.kaconf.ide.Token;
import org.kaconf.ide.TokenKind;

/** The colours in the protocol's standard types, so that every theme has them. Kinds without one keep the editor's plain colour. */
final class TokenTypes {
	private static final Map<TokenKind, String> TYPES = new EnumMap<>(Map.ofEntries(Map.entry(TokenKind.COMMENT, SemanticTokenTypes.Comment),
			Map.entry(TokenKind.KEYWORD, SemanticTokenTypes.Property), Map.entry(TokenKind.BLOCK_KEYWORD, SemanticTokenTypes.Keyword),
			Map.entry(TokenKind.EXTENSION_KEYWORD, SemanticTokenTypes.Macro), Map.entry(TokenKind.NAME_DEFINITION, SemanticTokenTypes.Class),
			Map.entry(TokenKind.NAME_REFERENCE, SemanticTokenTypes.Class), Map.entry(TokenKind.ENUMERATION, SemanticTokenTypes.EnumMember),
			Map.entry(TokenKind.NUMBER, SemanticTokenTypes.Number), Map.entry(TokenKind.ADDRESS, SemanticTokenTypes.Number),
			Map.entry(TokenKind.STRING, SemanticTokenTypes.String), Map.entry(TokenKind.CONDITION, SemanticTokenTypes.Decorator),
			Map.entry(TokenKind.VARIABLE_DEFINITION, SemanticTokenTypes.Variable), Map.entry(TokenKind.VARIABLE, SemanticTokenTypes.Variable)));
	private static final List<String> NAMES = TYPES.values().stream().distinct().toList();
	private static final List<TokenKind> DEFINITIONS = List.of(TokenKind.NAME_DEFINITION, TokenKind.VARIABLE_DEFINITION);

	private TokenTypes() {
	}

	static SemanticTokensLegend legend() {
		return new SemanticTokensLegend(NAMES, List.of(SemanticTokenModifiers.Definition));
	}

	/** Five numbers a token: line and character relative to the token before, length, type, modifiers. */
	static List<Integer> encode(List<Token> tokens, Positions positions) {
		List<Integer> data = new ArrayList<>();
		Position last = new Position(0, 0);
		for (Token token : tokens) {
			if (TYPES.containsKey(token.kind())) {
				Position start = positions.position(token.offset());
				int lines = start.getLine() - last.getLine();
				int modifiers = DEFINITIONS.contains(token.kind()) ? 1 : 0;
				data.addAll(List.of(lines, lines == 0 ? start.getCharacter() - last.getCharacter() : start.getCharacter(), token.length(),
						NAMES.indexOf(TYPES.get(token.kind())), modifiers));
				last = start;
			}
		}
		return data;
	}
}

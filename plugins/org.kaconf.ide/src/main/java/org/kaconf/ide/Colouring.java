package org.kaconf.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kaconf.ide.source.Slot;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.TypedTree;
import org.kaconf.ide.source.TypedTree.Placed;
import org.kaconf.ide.source.Variable;
import org.kaconf.ide.source.Word;
import org.kaconf.lang.catalog.ArgumentType;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Keyword;

/** Finds the kind of each piece of a text. */
final class Colouring {
	private static final Map<String, TokenKind> BY_TYPE = Map.ofEntries(Map.entry("integer", TokenKind.NUMBER),
			Map.entry("decimal", TokenKind.NUMBER), Map.entry("port", TokenKind.NUMBER), Map.entry("hex", TokenKind.NUMBER),
			Map.entry("boolean", TokenKind.ENUMERATION), Map.entry("enumeration", TokenKind.ENUMERATION),
			Map.entry("ipAddress", TokenKind.ADDRESS), Map.entry("ipv4", TokenKind.ADDRESS), Map.entry("ipv6", TokenKind.ADDRESS),
			Map.entry("ipPrefix", TokenKind.ADDRESS), Map.entry("mac", TokenKind.ADDRESS));
	private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d+)?|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(/\\d+)?");

	private final TypedTree typed;
	private final String text;
	private final List<Token> tokens = new ArrayList<>();

	private Colouring(TypedTree typed) {
		this.typed = typed;
		this.text = typed.source().text();
	}

	static List<Token> of(TypedTree typed) {
		Colouring colouring = new Colouring(typed);
		typed.source().forEach(colouring::statement);
		typed.source().comments().forEach(c -> colouring.tokens.add(new Token(c.offset(), c.length(), TokenKind.COMMENT)));
		typed.source().braces().forEach(b -> colouring.tokens.add(new Token(b.offset(), b.length(), TokenKind.BRACE)));
		typed.source().variables().forEach(v -> colouring.tokens.add(new Token(v.offset(), v.length(), TokenKind.VARIABLE)));
		colouring.tokens.sort(Comparator.comparingInt(Token::offset));
		return List.copyOf(colouring.tokens);
	}

	private void statement(Statement statement) {
		if (statement.condition() != null) {
			word(statement.condition(), TokenKind.CONDITION);
		}
		if (statement.isDefinition()) {
			tokens.add(new Token(statement.keyword().offset(), statement.keyword().length() + 1, TokenKind.VARIABLE_DEFINITION));
			statement.values().forEach(this::definitionText);
			return;
		}
		boolean entry = typed.entry(statement).isPresent();
		if (!entry && statement.keyword() != null) {
			word(statement.keyword(), keywordKind(statement));
		}
		List<Placed> values = typed.values(statement);
		values.forEach(v -> word(v.word(), valueKind(v)));
		if (values.isEmpty()) {
			statement.values().forEach(v -> word(v, plainKind(v)));
		}
	}

	private TokenKind keywordKind(Statement statement) {
		Optional<Keyword> keyword = typed.keyword(statement);
		Optional<BlockKind> block = typed.kind(statement.parent());
		if (keyword.isEmpty()) {
			return block.isEmpty() ? plainKind(statement.keyword()) : TokenKind.UNKNOWN_KEYWORD;
		}
		if (keyword.get().extension() || block.filter(BlockKind::extension).isPresent()) {
			return TokenKind.EXTENSION_KEYWORD;
		}
		return typed.variant(statement).map(Keyword::block).isPresent() ? TokenKind.BLOCK_KEYWORD : TokenKind.KEYWORD;
	}

	private TokenKind valueKind(Placed placed) {
		return switch (placed.slot()) {
			case Slot.OptionWord option -> TokenKind.KEYWORD;
			case Slot.Variant variant -> variant.keyword().extension() ? TokenKind.EXTENSION_KEYWORD : TokenKind.KEYWORD;
			case Slot.Extra extra -> plainKind(placed.word());
			case Slot.Value value -> typeKind(value.argument().type(), placed.word());
		};
	}

	private static TokenKind typeKind(ArgumentType type, Word word) {
		if (type.defines().isPresent()) {
			return TokenKind.NAME_DEFINITION;
		}
		if (type.values().contains(word.text())) {
			return TokenKind.ENUMERATION;
		}
		if (type.refersTo().isPresent()) {
			return TokenKind.NAME_REFERENCE;
		}
		TokenKind plain = plainKind(word);
		return plain == TokenKind.STRING ? plain : BY_TYPE.getOrDefault(type.id(), type.id().equals("oneOf") ? plain : TokenKind.TEXT);
	}

	private static TokenKind plainKind(Word word) {
		if (word.quoted()) {
			return TokenKind.STRING;
		}
		if (NUMBER.matcher(word.text()).matches()) {
			return TokenKind.NUMBER;
		}
		return ADDRESS.matcher(word.text()).matches() ? TokenKind.ADDRESS : TokenKind.TEXT;
	}

	private void word(Word word, TokenKind kind) {
		pieces(word.offset(), word.end(), kind);
	}

	/** A definition's text may have several lines, with comments at their ends. */
	private void definitionText(Word value) {
		int start = value.offset();
		while (start < value.end()) {
			int newline = text.indexOf('\n', start);
			int lineEnd = newline < 0 || newline > value.end() ? value.end() : newline;
			int pieceStart = start;
			int pieceEnd = typed.source().comments().stream().filter(c -> c.offset() >= pieceStart && c.offset() < lineEnd)
					.mapToInt(c -> c.offset()).findFirst().orElse(lineEnd);
			int first = start;
			while (first < pieceEnd && Character.isWhitespace(text.charAt(first))) {
				first++;
			}
			while (pieceEnd > first && Character.isWhitespace(text.charAt(pieceEnd - 1))) {
				pieceEnd--;
			}
			pieces(first, pieceEnd, TokenKind.TEXT);
			start = lineEnd + 1;
		}
	}

	/** The parts of a range that are no uses of definitions. */
	private void pieces(int start, int end, TokenKind kind) {
		int from = start;
		for (Variable variable : typed.source().variables()) {
			if (variable.offset() >= start && variable.end() <= end) {
				piece(from, variable.offset(), kind);
				from = variable.end();
			}
		}
		piece(from, end, kind);
	}

	private void piece(int start, int end, TokenKind kind) {
		if (end > start) {
			tokens.add(new Token(start, end - start, kind));
		}
	}
}

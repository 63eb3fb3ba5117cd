package org.kaconf.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;
import org.kaconf.lang.catalog.Argument;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lang.catalog.Syntax;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.NamedStatement;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.Value;
import org.kaconf.lang.syntax.Lines;
import org.kaconf.model.Origin;

/** Collects the names that files define and use. Which words are names says the catalog, by the types of its arguments. */
final class IndexBuilder {
	private static final Pattern USE = Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?: [^{}\\n]*)?\\}|([A-Za-z_][A-Za-z0-9_]*)(?=[\\s)]|$))", Pattern.MULTILINE);

	private final Catalog catalog;
	private final List<Definition> definitions = new ArrayList<>();
	private final Map<String, Definition> first = new HashMap<>();
	private final List<Use> uses = new ArrayList<>();
	private SourceFile file;

	private record Use(String kind, String name, Origin origin) {
	}

	private IndexBuilder(Catalog catalog) {
		this.catalog = catalog;
	}

	static Index build(List<SourceFile> files, Catalog catalog) {
		IndexBuilder builder = new IndexBuilder(catalog);
		files.forEach(builder::read);
		return new Index(builder.definitions, builder.uses.stream().map(u -> new Reference(u.kind(), u.name(), u.origin(), builder.first.get(key(u.kind(), u.name())))).toList());
	}

	private void read(SourceFile source) {
		file = source;
		statements(source.ast().getStatements(), Optional.of(catalog.root()));
		variables(source.text());
	}

	/** @param kind that of the block they stand in; empty for one that the catalog does not know */
	private void statements(List<Statement> statements, Optional<BlockKind> kind) {
		for (Statement statement : statements) {
			condition(statement);
			if (statement instanceof org.kaconf.lang.kaconf.Definition definition) {
				define(Index.VARIABLE, definition.getName(), Regions.of(definition, KaconfPackage.Literals.DEFINITION__NAME), Regions.of(definition));
			} else if (statement.getKeyword() != null) {
				kind.ifPresent(known -> names(statement, known));
			}
			if (statement.getBlock() != null) {
				statements(statement.getBlock().getStatements(), BlockKinds.opened(statement, catalog));
			}
		}
	}

	/** {@code @name} and {@code @^name} refer to a node. */
	private void condition(Statement statement) {
		if (statement.getCondition() != null) {
			ITextRegion region = Regions.of(statement, KaconfPackage.Literals.STATEMENT__CONDITION);
			int skip = statement.getCondition().startsWith("@^") ? 2 : 1;
			if (statement.getCondition().startsWith("@") && statement.getCondition().length() > skip) {
				use(NameKind.NODE.id(), statement.getCondition().substring(skip), region.getOffset() + skip, region.getLength() - skip);
			}
		}
	}

	private void names(Statement statement, BlockKind kind) {
		kind.keyword(statement.getKeyword()).filter(keyword -> speaksOfNames(keyword.syntax())).ifPresent(keyword -> {
			List<Word> words = words(statement);
			names(keyword.syntax(), words.subList(1, words.size()), statement);
		});
		kind.entry().filter(entry -> speaksOfNames(entry.syntax())).ifPresent(entry -> {
			List<Word> words = words(statement);
			if (entry.manyPerLine()) {
				words.forEach(word -> names(entry.syntax(), List.of(word), statement));
			} else {
				names(entry.syntax(), words, statement);
			}
		});
	}

	private static boolean speaksOfNames(Syntax syntax) {
		for (Argument argument : syntax.arguments()) {
			if (argument.type().defines().isPresent() || argument.type().refersTo().isPresent()) {
				return true;
			}
		}
		return false;
	}

	/** A word of a statement and where its text stands, without quotes. */
	private record Word(String text, int offset, int length) {
	}

	private List<Word> words(Statement statement) {
		List<Word> words = new ArrayList<>();
		words.add(word(statement.getKeyword(), Regions.of(statement, KaconfPackage.Literals.STATEMENT__KEYWORD)));
		if (statement instanceof NamedStatement named && named.getName() != null) {
			words.add(word(named.getName(), Regions.of(named, KaconfPackage.Literals.NAMED_STATEMENT__NAME)));
		}
		for (Value value : statement.getValues()) {
			words.add(word(value.getText(), Regions.of(value, KaconfPackage.Literals.VALUE__TEXT)));
		}
		return words;
	}

	private Word word(String text, ITextRegion region) {
		boolean quoted = region.getLength() > text.length() && "\"'".indexOf(file.text().charAt(region.getOffset())) >= 0;
		return new Word(text, region.getOffset() + (quoted ? 1 : 0), quoted ? Math.min(text.length(), region.getLength() - 1) : region.getLength());
	}

	private void names(Syntax syntax, List<Word> words, Statement statement) {
		List<Argument> arguments = syntax.arguments();
		for (int i = 0; i < words.size() && !arguments.isEmpty(); i++) {
			Argument argument = arguments.get(Math.min(i, arguments.size() - 1));
			Word word = words.get(i);
			if (i >= arguments.size() && !argument.repeated()) {
				return;
			}
			if (word.text().indexOf('$') < 0) {
				argument.type().defines().ifPresent(kind -> define(kind.id(), word.text(), region(word), Regions.head(statement)));
				argument.type().refersTo().ifPresent(kind -> use(kind.id(), word.text(), word.offset(), word.length()));
			}
		}
	}

	private static ITextRegion region(Word word) {
		return new TextRegion(word.offset(), word.length());
	}

	/** Uses of definitions, wherever they stand outside comments. */
	private void variables(String text) {
		for (int start = 0; start < text.length();) {
			int end = Lines.endOfLine(text, start);
			Matcher m = USE.matcher(text).region(start, Lines.endOfContent(text, start));
			while (m.find()) {
				int group = m.group(1) == null ? 2 : 1;
				use(Index.VARIABLE, m.group(group), m.start(group), m.end(group) - m.start(group));
			}
			start = end + 1;
		}
	}

	private void define(String kind, String name, ITextRegion at, ITextRegion element) {
		Definition definition = new Definition(kind, name, file.origin(at.getOffset(), at.getLength()), file.origin(element.getOffset(), element.getLength()));
		definitions.add(definition);
		first.putIfAbsent(key(kind, name), definition);
	}

	private void use(String kind, String name, int offset, int length) {
		uses.add(new Use(kind, name, file.origin(offset, length)));
	}

	private static String key(String kind, String name) {
		return kind + "\0" + name;
	}
}

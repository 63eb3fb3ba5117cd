package org.kaconf.lang.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/**
 * Reads the catalog files. {@code index.json} lists the kinds of blocks in reading order; each is in a file of its own
 * whose name is the id with dots for slashes. A kind may extend others: it gets their rows and replaces those it
 * repeats. Kinds that only exist to be extended, or to be the variants of a keyword, start with an underscore and are not in the index.
 */
final class CatalogReader {
	private final Class<?> place;
	private final Map<String, Definition> definitions = new HashMap<>();

	/** What one file says, with what it inherits. */
	private record Definition(String id, String title, String description, boolean extension, Map<String, Keyword> keywords,
			Entry entry) {

		BlockKind toBlockKind() {
			return new BlockKind(id, title, description, extension, keywords, entry);
		}
	}

	/** @param place a class beside which the files lie */
	CatalogReader(Class<?> place) {
		this.place = place;
	}

	Catalog read() {
		Map<String, BlockKind> blocks = new LinkedHashMap<>();
		for (JsonElement id : parse("index.json").getAsJsonArray())
			blocks.put(id.getAsString(), definition(id.getAsString()).toBlockKind());
		return new Catalog(blocks);
	}

	private JsonElement parse(String file) {
		try (InputStream stream = place.getResourceAsStream(file)) {
			if (stream == null)
				throw new IllegalStateException("The catalog file " + file + " is missing");
			Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
			return JsonParser.parseReader(reader);
		} catch (IOException e) {
			throw new UncheckedIOException("The catalog file " + file + " cannot be read", e);
		}
	}

	static String fileName(String id) {
		return id.replace('/', '.') + ".json";
	}

	private Definition definition(String id) {
		Definition known = definitions.get(id);
		if (known != null)
			return known;
		String file = fileName(id);
		Definition definition = definition(id, new Row(file, parse(file).getAsJsonObject()));
		definitions.put(id, definition);
		return definition;
	}

	private Definition definition(String id, Row row) {
		if (!row.string("block").equals(id))
			throw row.broken("the block should be '" + id + "'");
		boolean extension = row.flag("extension");
		Map<String, Keyword> keywords = new LinkedHashMap<>();
		for (Row keywordRow : row.rows("keywords")) {
			Keyword keyword = keyword(keywordRow, extension);
			if (keywords.put(keyword.name(), keyword) != null)
				throw keywordRow.broken("a second row for '" + keyword.name() + "'");
		}
		Entry inherited = null;
		for (String base : row.strings("extends")) {
			Definition definition = definition(base);
			definition.keywords.forEach(keywords::putIfAbsent);
			inherited = definition.entry == null ? inherited : definition.entry;
		}
		Row entryRow = row.row("entry");
		Entry entry = entryRow == null ? inherited : entry(entryRow, inherited);
		Definition definition = new Definition(id, row.string("title"), row.string("description"), extension, keywords, entry);
		row.end();
		return definition;
	}

	private Keyword keyword(Row row, boolean extension) {
		String variantsOf = row.string("variants", null);
		List<Keyword> variants = variantsOf == null ? List.of() : List.copyOf(definition(variantsOf).keywords.values());
		Keyword keyword = new Keyword(row.string("keyword"), syntax(row), variants, row.string("block", null), row.flag("blockOptional"),
				Cardinality.of(row.string("cardinality", Cardinality.LAST_WINS.word())), row.string("default", null), row.string("unit", null),
				row.version("since"), row.version("removed"), row.string("aliasOf", null), row.string("deprecated", null),
				row.string("replacedBy", null), row.string("feature", null), extension || row.flag("extension"),
				row.string("description"), row.rows("revisions").stream().map(CatalogReader::revision).toList());
		row.end();
		return keyword;
	}

	private static Keyword.Revision revision(Row row) {
		Syntax syntax = row.has("arguments") || row.has("options") ? syntax(row) : null;
		Keyword.Revision revision = new Keyword.Revision(row.version("since"), syntax, row.string("default", null),
				row.string("deprecated", null), row.string("replacedBy", null));
		row.end();
		return revision;
	}

	private static Entry entry(Row row, Entry inherited) {
		Syntax own = syntax(row);
		if (inherited != null) {
			List<Option> options = new ArrayList<>(inherited.options());
			options.removeIf(option -> own.option(option.word()).isPresent());
			options.addAll(own.options());
			Syntax merged = new Syntax(own.arguments().isEmpty() ? inherited.arguments() : own.arguments(), List.copyOf(options),
					own.freeOrder() || inherited.syntax().freeOrder());
			Entry entry = new Entry(row.string("name", inherited.name()), merged, row.flag("manyPerLine") || inherited.manyPerLine());
			row.end();
			return entry;
		}
		Entry entry = new Entry(row.string("name"), own, row.flag("manyPerLine"));
		row.end();
		return entry;
	}

	private static Syntax syntax(Row row) {
		return new Syntax(row.rows("arguments").stream().map(ArgumentTypes::argument).toList(),
				row.rows("options").stream().map(CatalogReader::option).toList(), row.flag("freeOrder"));
	}

	private static Option option(Row row) {
		Option option = new Option(row.string("option"), row.rows("arguments").stream().map(ArgumentTypes::argument).toList(),
				row.version("since"), row.string("aliasOf", null), row.string("replacedBy", null), row.string("description"));
		row.end();
		return option;
	}
}

package org.kaconf.lang.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the reference of all keywords, one Markdown page a kind of block, from the catalog. */
public final class KeywordPages {
	private static final String ORIGIN = "<!-- Written from the keyword catalog by org.kaconf.lang.catalog.KeywordPages; change the catalog instead. -->\n\n";

	private final Catalog catalog;

	public KeywordPages(Catalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Rewrites the pages in a folder.
	 *
	 * @param arguments the folder
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 1) {
			System.err.println("usage: KeywordPages FOLDER");
			System.exit(2);
		}
		new KeywordPages(Catalog.standard()).write(Path.of(arguments[0]));
	}

	/** Writes all pages and removes pages of kinds that no longer exist. */
	public void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Map<String, String> pages = pages();
		try (var present = Files.list(folder)) {
			for (Path file : present.filter(path -> path.toString().endsWith(".md") && !pages.containsKey(path.getFileName().toString())).toList())
				Files.delete(file);
		}
		for (Map.Entry<String, String> page : pages.entrySet())
			Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
	}

	/** The pages by file name, the overview among them. */
	public Map<String, String> pages() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("README.md", overview());
		for (BlockKind block : catalog.everything())
			pages.put(fileName(block.id()), page(block));
		return pages;
	}

	static String fileName(String blockId) {
		return blockId.replace('/', '.') + ".md";
	}

	private String overview() {
		StringBuilder text = new StringBuilder(ORIGIN).append("# Keywords\n\n")
				.append("What may stand in a configuration, by the block it stands in. Rows marked *Kaconf* are additions of Kaconf and never\n")
				.append("appear in a generated keepalived.conf; all others are those of keepalived 2.2.7 and later.\n\n");
		for (BlockKind block : catalog.everything())
			text.append("- [").append(block.id()).append("](").append(fileName(block.id())).append("): ").append(block.title())
					.append(block.extension() ? " (*Kaconf*)" : "").append('\n');
		text.append("\n## Index\n\n");
		Map<String, List<String>> index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (BlockKind block : catalog.everything())
			for (Keyword keyword : block.keywords())
				index.computeIfAbsent(keyword.name(), name -> new ArrayList<>())
						.add("[" + block.id() + "](" + fileName(block.id()) + "#" + anchor(keyword) + ")");
		index.forEach((name, places) -> text.append("- `").append(name).append("`: ").append(String.join(", ", places)).append('\n'));
		return text.toString();
	}

	private String page(BlockKind block) {
		StringBuilder text = new StringBuilder(ORIGIN).append("# ").append(block.id()).append("\n\n").append(block.title())
				.append(block.extension() ? " (*Kaconf*)" : "").append(". ").append(block.description()).append("\n\n");
		List<String> places = catalog.everything().stream()
				.flatMap(parent -> parent.keywords().stream().filter(keyword -> opens(keyword, block.id()))
						.map(keyword -> "[" + keyword.name() + "](" + fileName(parent.id()) + "#" + anchor(keyword) + ") in " + parent.id()))
				.toList();
		if (!places.isEmpty())
			text.append("Opened by ").append(String.join(", ", places)).append(".\n\n");
		block.entry().ifPresent(entry -> entry(text, entry));
		for (Keyword keyword : block.keywords())
			keyword(text, keyword);
		return text.toString().stripTrailing() + "\n";
	}

	private static boolean opens(Keyword keyword, String block) {
		return block.equals(keyword.block()) || keyword.variants().stream().anyMatch(variant -> block.equals(variant.block()));
	}

	private static void entry(StringBuilder text, Entry entry) {
		text.append("    ").append(entry.signature()).append("\n\n");
		values(text, entry.arguments());
		options(text, entry.options());
	}

	private void keyword(StringBuilder text, Keyword keyword) {
		text.append("## ").append(keyword.name()).append("\n\n    ").append(keyword.signature()).append("\n\n").append(keyword.description()).append("\n\n");
		values(text, keyword.arguments());
		options(text, keyword.options());
		for (Keyword variant : keyword.variants()) {
			text.append("- `").append(keyword.name()).append(' ').append(variant.signature()).append("`: ").append(variant.description());
			if (variant.block() != null)
				text.append(" See ").append(link(variant.block())).append('.');
			text.append('\n');
		}
		if (!keyword.variants().isEmpty())
			text.append('\n');
		List<String> facts = facts(keyword);
		if (!facts.isEmpty())
			text.append(facts.stream().map(fact -> "- " + fact + "\n").collect(Collectors.joining())).append('\n');
	}

	private List<String> facts(Keyword keyword) {
		List<String> facts = new ArrayList<>();
		if (keyword.extension())
			facts.add("*Kaconf*: not written to a keepalived.conf");
		if (keyword.block() != null)
			facts.add("Block: " + link(keyword.block()));
		if (keyword.defaultValue() != null)
			facts.add("Default: " + keyword.defaultValue());
		if (keyword.unit() != null)
			facts.add("Unit: " + keyword.unit());
		switch (keyword.cardinality()) {
		case ONE_REQUIRED -> facts.add("Required");
		case MANY -> facts.add("May be repeated");
		case FIRST_WINS -> facts.add("When repeated, the first one counts");
		case LAST_WINS, ONE -> { /* what everybody expects */ }
		}
		if (keyword.since() != null)
			facts.add("Since keepalived " + keyword.since());
		if (keyword.removed() != null)
			facts.add("Gone since keepalived " + keyword.removed());
		for (Keyword.Revision revision : keyword.revisions())
			facts.add("From keepalived " + revision.since() + ": `" + keyword.at(revision.since()).orElseThrow().signature() + "`");
		if (keyword.aliasOf() != null)
			facts.add("Same as `" + keyword.aliasOf() + "`");
		if (keyword.deprecated() != null)
			facts.add("Deprecated: " + keyword.deprecated());
		if (keyword.replacedBy() != null)
			facts.add("Use `" + keyword.replacedBy() + "` instead");
		if (keyword.feature() != null)
			facts.add("Needs a keepalived built with " + keyword.feature());
		return facts;
	}

	/** The words of enumerations that are too long for the signature. */
	private static void values(StringBuilder text, List<Argument> arguments) {
		for (Argument argument : arguments)
			if (argument.type() instanceof EnumerationType type && !argument.signature().contains("|"))
				text.append(argument.name()).append(" is one of ")
						.append(type.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "))).append(".\n\n");
	}

	private static void options(StringBuilder text, List<Option> options) {
		for (Option option : options) {
			text.append("- `").append(option.signature()).append("`: ").append(option.description());
			if (option.since() != null)
				text.append(" Since keepalived ").append(option.since()).append('.');
			text.append('\n');
		}
		if (!options.isEmpty())
			text.append('\n');
	}

	private static String link(String blockId) {
		return "[" + blockId + "](" + fileName(blockId) + ")";
	}

	private static String anchor(Keyword keyword) {
		return keyword.name().toLowerCase(Locale.ROOT);
	}
}

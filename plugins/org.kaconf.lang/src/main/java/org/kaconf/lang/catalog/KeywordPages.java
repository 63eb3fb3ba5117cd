package org.kaconf.lang.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.kaconf.model.KeepalivedVersion;

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
			pages.put(fileName(block.id()), ORIGIN + new KeywordPage(catalog, block).text());
		return pages;
	}

	static String fileName(String blockId) {
		return blockId.replace('/', '.') + ".md";
	}

	private String overview() {
		StringBuilder text = new StringBuilder(ORIGIN).append("# Keywords\n\n")
				.append("What may stand in a configuration, by the block it stands in. Rows marked *Kaconf* are additions of Kaconf and never\n")
				.append("appear in a generated keepalived.conf; all others are those of keepalived ").append(Releases.OLDEST).append(" to ")
				.append(Releases.NEWEST).append(".\nA page shows the newest form and says what older releases did differently. Which release counts is said, in this order, by\n")
				.append("`--keepalived-version`, [keepalived_version](cluster.md#keepalived_version) of the cluster, `keepalived_version` in\n")
				.append("kaconf.properties, else it is ").append(KeepalivedVersion.DEFAULT).append(".\n\n");
		for (BlockKind block : catalog.everything())
			text.append("- [").append(block.id()).append("](").append(fileName(block.id())).append("): ").append(block.title())
					.append(block.extension() ? " (*Kaconf*)" : "").append('\n');
		text.append("\n## Index\n\n");
		Map<String, List<String>> index = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (BlockKind block : catalog.everything())
			for (Keyword keyword : block.keywords())
				index.computeIfAbsent(keyword.name(), name -> new ArrayList<>())
						.add("[" + block.id() + "](" + fileName(block.id()) + "#" + KeywordPage.anchor(keyword) + ")");
		index.forEach((name, places) -> text.append("- `").append(name).append("`: ").append(String.join(", ", places)).append('\n'));
		return text.toString();
	}
}

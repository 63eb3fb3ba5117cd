package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class KeywordPagesTest {
	private static final Path FOLDER = Path.of("../../docs/keywords");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+\\.md)(?:#([^)]+))?\\)");

	/** With -Dkaconf.rewrite=true the pages are written anew instead. */
	@Test
	void committedPagesAreUpToDate() throws IOException {
		KeywordPages pages = new KeywordPages(Catalog.standard());
		if (Boolean.getBoolean("kaconf.rewrite"))
			pages.write(FOLDER);
		assertThat(committed()).as("docs/keywords; run this test with -Dkaconf.rewrite=true").isEqualTo(new TreeMap<>(pages.pages()));
	}

	private static Map<String, String> committed() throws IOException {
		Map<String, String> pages = new TreeMap<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.toList())
				pages.put(file.getFileName().toString(), Files.readString(file));
		}
		return pages;
	}

	@Test
	void linksLeadSomewhere() {
		Map<String, String> pages = new KeywordPages(Catalog.standard()).pages();
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Matcher link = LINK.matcher(page.getValue());
			while (link.find()) {
				assertThat(pages).as("link in " + page.getKey()).containsKey(link.group(1));
				if (link.group(2) != null)
					assertThat(pages.get(link.group(1)).toLowerCase()).as(link.group()).contains("\n## " + link.group(2) + "\n");
			}
		}
	}
}

package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kaconf.model.KeepalivedVersion;

/** Holds the catalog against the table of all keywords of keepalived, where that table is at hand. */
class VocabularyDriftTest {
	/** Kinds that have another id here than in the table. */
	private static final Map<String, String> BLOCKS = Map.of("track_file", "track_file/definition", "vrrp_track_file", "track_file/definition",
			"block:routes", "virtual_routes", "block:rules", "virtual_rules", "file-level", "anywhere");

	private record Row(String block, String word, boolean in227) {
	}

	private static List<Row> rows;

	@BeforeAll
	static void read() throws IOException {
		Optional<Path> table = table();
		assumeTrue(table.isPresent(), "no shared/facts/keywords.tsv beside this checkout");
		rows = Files.readAllLines(table.get()).stream().skip(1).map(line -> line.split("\t", -1)).filter(cells -> !cells[0].equals("file-level") || cells[1].startsWith("include"))
				.map(cells -> new Row(BLOCKS.getOrDefault(cells[0], cells[0].replace("block:", "")), cells[1], cells[7].equals("yes"))).toList();
	}

	private static Optional<Path> table() {
		return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
				.map(folder -> folder.resolve("shared/facts/keywords.tsv")).filter(Files::isRegularFile).findFirst();
	}

	@Test
	void everyKeywordOfTheTableIsInTheCatalogAndNoOther() {
		for (BlockKind block : Catalog.standard().everything()) {
			Set<String> expected = rows.stream().filter(row -> row.block.equals(block.id())).map(Row::word).collect(Collectors.toCollection(TreeSet::new));
			if (block.extension() || expected.isEmpty() || block.entry().isPresent())
				continue;
			Set<String> ours = block.keywords().stream().filter(keyword -> !keyword.extension()).map(Keyword::name).collect(Collectors.toCollection(TreeSet::new));
			assertThat(ours).as(block.id()).isEqualTo(expected);
		}
		assertThat(rows.stream().map(Row::block)).allSatisfy(block -> assertThat(Catalog.standard().find(block)).as(block).isPresent());
	}

	@Test
	void everyWordOfAValueBlockIsAnOption() {
		for (Row row : rows) {
			Entry entry = Catalog.standard().block(row.block).entry().orElse(null);
			if (entry != null && row.word.matches("-?[a-z].*") && !isOfTheStaticKind(row))
				assertThat(entry.syntax().option(row.word)).as(row.block + " " + row.word).isPresent();
		}
	}

	/** The table has one list for routes, rules and addresses of instances and for static ones. */
	private static boolean isOfTheStaticKind(Row row) {
		return row.word.equals("track_group");
	}

	@Test
	void whatTheTableSaysOf227IsWhatThatVersionKnows() {
		Catalog catalog = Catalog.standard().forVersion(new KeepalivedVersion(2, 2, 7));
		for (Row row : rows)
			if (catalog.block(row.block).entry().isEmpty())
				assertThat(catalog.block(row.block).keyword(row.word).isPresent()).as(row.block + " " + row.word).isEqualTo(row.in227);
	}
}

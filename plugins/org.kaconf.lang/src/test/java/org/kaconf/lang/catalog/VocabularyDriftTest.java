package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

	/** Zero is accepted with a complaint and taken for one; the catalog starts at one. */
	private static final String ZERO_IS_ONE = "(0 -> 1)";
	private static final Pattern RANGE = Pattern.compile("\\[(-?[0-9.e+-]+),(-?[0-9.e+-]+)\\].*");

	private record Row(String block, String word, String range, boolean in227) {
	}

	private static List<Row> rows;

	@BeforeAll
	static void read() throws IOException {
		Optional<Path> table = table();
		assumeTrue(table.isPresent(), "no shared/facts/keywords.tsv beside this checkout");
		rows = Files.readAllLines(table.get()).stream().skip(1).map(line -> line.split("\t", -1)).filter(cells -> !cells[0].equals("file-level") || cells[1].startsWith("include"))
				.map(cells -> new Row(BLOCKS.getOrDefault(cells[0], cells[0].replace("block:", "")), cells[1], cells[3], cells[7].equals("yes"))).toList();
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

	@Test
	void rangesOfTheNewestVersionAreThoseOfTheTable() {
		List<String> differences = new ArrayList<>();
		int compared = 0;
		for (Row row : rows) {
			Matcher matcher = RANGE.matcher(row.range);
			Keyword keyword = Catalog.standard().forVersion(Releases.NEWEST).block(row.block).keyword(row.word).orElse(null);
			if (keyword == null || !matcher.matches())
				continue;
			Optional<Range> range = keyword.arguments().stream().map(Argument::type).flatMap(type -> range(type).stream()).findFirst();
			if (range.isEmpty())
				continue;
			compared++;
			BigDecimal min = row.range.contains(ZERO_IS_ONE) && matcher.group(1).equals("0") ? BigDecimal.ONE : new BigDecimal(matcher.group(1));
			if (!isNear(range.get().min(), min) || !isNear(range.get().max(), new BigDecimal(matcher.group(2))))
				differences.add(row.block + " " + row.word + ": " + range.get() + ", the table has " + row.range);
		}
		assertThat(differences).isEmpty();
		assertThat(compared).as("ranges compared").isGreaterThan(150);
	}

	private static Optional<Range> range(ArgumentType type) {
		return switch (type) {
		case IntegerType integer -> Optional.of(integer.range());
		case DecimalType decimal -> Optional.of(decimal.range());
		case PortType port -> Optional.of(port.number().range());
		case UnionType union -> union.alternatives().stream().flatMap(alternative -> range(alternative.type()).stream()).findFirst();
		default -> Optional.empty();
		};
	}

	/** The table rounds great numbers to ten digits. */
	private static boolean isNear(BigDecimal ours, BigDecimal theirs) {
		return ours != null && ours.subtract(theirs).abs().compareTo(theirs.abs().movePointLeft(8)) <= 0;
	}
}

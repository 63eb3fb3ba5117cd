package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kaconf.model.KeepalivedVersion;

/**
 * Holds the catalog against the table of all keywords of keepalived, where that table is at hand. Each row of the table is in the catalog and the
 * other way round, but for what vocabulary-differences.tsv gives a reason for; a reason that is no longer needed fails the test too.
 */
class VocabularyDriftTest {
	/** Zero is accepted with a complaint and taken for one; the catalog starts at one. */
	private static final String ZERO_IS_ONE = "(0 -> 1)";
	private static final Pattern RANGE = Pattern.compile("\\[(-?[0-9.e+-]+),(-?[0-9.e+-]+)\\].*");

	private record Row(String block, String word, String range, boolean in227) {
	}

	/** A word of a kind of block. */
	private record Place(String block, String word) {
	}

	private static List<Row> rows;
	/** Kinds of blocks that the table calls otherwise. */
	private static Map<String, String> blocks;

	@BeforeAll
	static void read() throws IOException {
		Optional<Path> table = table();
		assumeTrue(table.isPresent(), "no shared/facts/keywords.tsv beside this checkout");
		blocks = differences("block").stream().collect(Collectors.toMap(cells -> cells[1], cells -> cells[2]));
		rows = Files.readAllLines(table.get()).stream().skip(1).map(line -> line.split("\t", -1))
				.map(cells -> new Row(blocks.getOrDefault(cells[0], cells[0]), cells[1], cells[3], cells[7].equals("yes"))).toList();
	}

	private static Optional<Path> table() {
		return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
				.map(folder -> folder.resolve("shared/facts/keywords.tsv")).filter(Files::isRegularFile).findFirst();
	}

	/** Columns: what it is about; the block; the word, or the block's name in the catalog; the reason. */
	private static List<String[]> differences(String about) throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				VocabularyDriftTest.class.getResourceAsStream("vocabulary-differences.tsv"), StandardCharsets.UTF_8))) {
			return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).filter(cells -> cells[0].equals(about))
					.peek(cells -> assertThat(cells).as(String.join(" ", cells)).hasSize(4)).toList();
		}
	}

	private static Set<Place> places(String about) throws IOException {
		return differences(about).stream().map(cells -> new Place(cells[1], cells[2])).collect(Collectors.toSet());
	}

	@Test
	void everyRowOfTheTableIsInTheCatalog() throws IOException {
		Set<Place> missing = rows.stream().map(row -> new Place(row.block, row.word)).filter(place -> !isKnown(place)).collect(Collectors.toSet());
		assertThat(missing).isEqualTo(places("table"));
	}

	private static boolean isKnown(Place place) {
		return Catalog.standard().find(place.block)
				.filter(block -> block.keyword(place.word).isPresent() || block.entry().flatMap(entry -> entry.syntax().option(place.word)).isPresent()).isPresent();
	}

	@Test
	void everyRowOfTheCatalogIsInTheTable() throws IOException {
		Set<Place> inTable = rows.stream().map(row -> new Place(row.block, row.word)).collect(Collectors.toSet());
		Set<Place> ours = new HashSet<>();
		for (BlockKind block : Catalog.standard().everything()) {
			block.keywords().stream().filter(keyword -> !keyword.extension()).forEach(keyword -> ours.add(new Place(block.id(), keyword.name())));
			if (inTable.stream().anyMatch(place -> place.block.equals(block.id())))
				block.entry().ifPresent(entry -> entry.options().forEach(option -> ours.add(new Place(block.id(), option.word()))));
		}
		ours.removeAll(inTable);
		assertThat(ours).isEqualTo(places("catalog"));
	}

	@Test
	void renamedBlocksAreThere() {
		assertThat(blocks.values()).allSatisfy(block -> assertThat(Catalog.standard().find(block)).as(block).isPresent());
	}

	@Test
	void whatTheTableSaysOf227IsWhatThatVersionKnows() {
		Catalog catalog = Catalog.standard().forVersion(new KeepalivedVersion(2, 2, 7));
		for (Row row : rows)
			if (Catalog.standard().block(row.block).keyword(row.word).isPresent())
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

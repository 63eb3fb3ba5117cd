package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.model.KeepalivedVersion;

/** Holds the versions of the catalog against what the parser of each release registers. */
class KeywordHistoryTest {

	/** A keyword of a kind of block, with the first and the last release that have it. */
	private record Registered(String block, String keyword, KeepalivedVersion first, KeepalivedVersion last) {

		boolean isIn(KeepalivedVersion release) {
			return release.isAtLeast(first) && last.isAtLeast(release);
		}
	}

	static Stream<KeepalivedVersion> releases() {
		return Releases.lines().stream().flatMap(last -> IntStream.rangeClosed(0, last.patch()).mapToObj(patch -> new KeepalivedVersion(last.major(), last.minor(), patch)));
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aReleaseKnowsTheKeywordsThatItsParserRegisters(KeepalivedVersion release) throws IOException {
		Catalog catalog = Catalog.standard().forVersion(release);
		Set<String> expected = new TreeSet<>();
		Set<String> blocks = new HashSet<>();
		for (Registered row : history()) {
			blocks.add(row.block);
			if (row.isIn(release))
				expected.add(row.block + " " + row.keyword);
		}
		Set<String> known = new TreeSet<>();
		for (BlockKind block : reachable(catalog))
			if (blocks.contains(block.id()))
				block.keywords().stream().filter(keyword -> !keyword.extension()).forEach(keyword -> known.add(block.id() + " " + keyword.name()));
		assertThat(known).isEqualTo(expected);
	}

	/** The kinds of blocks that some keyword of the version opens. */
	private static Set<BlockKind> reachable(Catalog catalog) {
		Set<BlockKind> reached = new HashSet<>();
		reach(catalog.root(), catalog, reached);
		return reached;
	}

	private static void reach(BlockKind block, Catalog catalog, Set<BlockKind> reached) {
		if (reached.add(block))
			block.keywords().forEach(keyword -> catalog.opened(keyword, List.of()).ifPresent(opened -> reach(opened, catalog, reached)));
	}

	private static List<Registered> history() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				KeywordHistoryTest.class.getResourceAsStream("keyword-history.tsv"), StandardCharsets.UTF_8))) {
			return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
					.map(cells -> new Registered(cells[0], cells[1], version(cells[2]), version(cells[3]))).toList();
		}
	}

	private static KeepalivedVersion version(String text) {
		return KeepalivedVersion.parse(text).orElseThrow();
	}
}

package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.kaconf.model.KeepalivedVersion;

/** Every row of the catalog files is well formed, and every row leads somewhere. */
class CatalogRowsTest {
	private static final Catalog CATALOG = Catalog.standard();

	@Test
	void namesAndDescriptionsAreThere() {
		List<String> wrong = new ArrayList<>();
		for (BlockKind block : CATALOG.everything()) {
			if (!isSentence(block.description()) || block.title().isBlank())
				wrong.add(block + ": title or description of the block");
			for (Keyword keyword : withVariants(block)) {
				if (!keyword.name().matches("[A-Za-z][A-Za-z0-9_-]*"))
					wrong.add(block + " " + keyword.name() + ": name");
				if (!isSentence(keyword.description()))
					wrong.add(block + " " + keyword.name() + ": description");
			}
			for (Option option : options(block))
				if (!isSentence(option.description()))
					wrong.add(block + " " + option.word() + ": description of the option");
		}
		assertThat(wrong).isEmpty();
	}

	private static boolean isSentence(String text) {
		return text.length() >= 4 && text.matches("(?s)[`A-Z0-9].*[.?]");
	}

	@Test
	void blocksThatAreOpenedExistAndBlocksThatExistAreOpened() {
		Set<String> opened = new TreeSet<>(Set.of("root", "anywhere"));
		for (BlockKind block : CATALOG.everything())
			for (Keyword keyword : withVariants(block))
				if (keyword.block() != null)
					opened.add(keyword.block());
		assertThat(opened).isEqualTo(CATALOG.everything().stream().map(BlockKind::id).collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void aBlockHoldsKeywordsOrEntries() {
		assertThat(CATALOG.everything()).allSatisfy(block -> assertThat(block.keywords().isEmpty()).isEqualTo(block.entry().isPresent()));
	}

	@Test
	void replacementsAndAliasesAreKnownSomewhere() {
		for (BlockKind block : CATALOG.everything()) {
			for (Keyword keyword : block.keywords()) {
				assertThat(Stream.of(keyword.replacedBy(), keyword.aliasOf()).filter(name -> name != null))
						.as(block + " " + keyword.name()).allSatisfy(name -> assertThat(CATALOG.contextsOf(name)).isNotEmpty());
				assertThat(keyword.aliasOf() == null || block.keyword(keyword.aliasOf()).isPresent()).as(block + " " + keyword.name()).isTrue();
			}
			for (Option option : options(block))
				assertThat(Stream.of(option.aliasOf(), option.replacedBy()).filter(name -> name != null))
						.as(block + " " + option.word()).allSatisfy(name -> assertThat(options(block)).extracting(Option::word).contains(name));
		}
	}

	@Test
	void versionsAreLaterThanTheOldestOneAndInOrder() {
		for (BlockKind block : CATALOG.everything())
			for (Keyword keyword : block.keywords()) {
				List<KeepalivedVersion> versions = new ArrayList<>(List.of(Releases.OLDEST));
				if (keyword.since() != null)
					versions.add(keyword.since());
				keyword.revisions().forEach(revision -> versions.add(revision.since()));
				assertThat(versions).as(block + " " + keyword.name()).isSorted().doesNotHaveDuplicates();
			}
	}

	@Test
	void optionalArgumentsComeLastUnlessTheyAreFixedWords() {
		for (BlockKind block : CATALOG.everything())
			for (Keyword keyword : withVariants(block)) {
				boolean optionalBefore = false;
				for (Argument argument : keyword.arguments()) {
					assertThat(optionalBefore && !argument.optional()).as(block + " " + keyword.signature()).isFalse();
					optionalBefore |= argument.optional() && argument.type().values().isEmpty();
				}
			}
	}

	@Test
	void ourOwnCheckAcceptsGoodLinesAndRefusesBadOnes() {
		List<String> wrong = new ArrayList<>();
		for (BlockKind block : CATALOG.everything()) {
			for (Keyword keyword : withVariants(block)) {
				if (keyword.variants().isEmpty())
					hold(block + " " + keyword.name(), keyword.syntax(), wrong);
			}
			block.entry().ifPresent(entry -> hold(block + " entry", entry.syntax(), wrong));
		}
		assertThat(wrong).isEmpty();
	}

	private static void hold(String what, Syntax syntax, List<String> wrong) {
		for (GoodAndBad.Line line : GoodAndBad.good("", syntax))
			if (!syntax.check(what, words(line)).isEmpty())
				wrong.add(what + " " + line.text() + " is good, but " + syntax.check(what, words(line)));
		for (GoodAndBad.Line line : GoodAndBad.bad("", syntax))
			if (syntax.check(what, words(line)).isEmpty())
				wrong.add(what + " " + line.text() + " is bad, but nothing is found");
		for (GoodAndBad.Line line : GoodAndBad.missing("", syntax))
			if (syntax.check(what, words(line)).stream().noneMatch(problem -> problem.kind() == ValueProblem.Kind.MISSING))
				wrong.add(what + " " + line.text() + " lacks a word, but nothing is found");
	}

	private static List<String> words(GoodAndBad.Line line) {
		List<String> words = new ArrayList<>();
		boolean quoted = false;
		for (String part : line.text().split("\"", -1)) {
			if (quoted)
				words.add(part);
			else
				Stream.of(part.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);
			quoted = !quoted;
		}
		return words;
	}

	/** One line a keyword, so that a change of one is a change of one line. */
	@Test
	void filesHaveOneLineForEachKeyword() throws IOException, URISyntaxException {
		Path folder = Path.of(Catalog.class.getResource("index.json").toURI()).getParent();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList())
				assertThat(Files.readAllLines(file)).as(file.toString()).noneMatch(line -> line.split("\"keyword\":", -1).length > 2)
						.filteredOn(line -> line.contains("\"keyword\":")).allMatch(line -> line.contains("\"description\":"));
		}
	}

	private static List<Keyword> withVariants(BlockKind block) {
		return block.keywords().stream().flatMap(keyword -> Stream.concat(Stream.of(keyword), keyword.variants().stream())).toList();
	}

	private static List<Option> options(BlockKind block) {
		return Stream.concat(block.keywords().stream().flatMap(keyword -> keyword.options().stream()),
				block.entry().stream().flatMap(entry -> entry.options().stream())).toList();
	}
}

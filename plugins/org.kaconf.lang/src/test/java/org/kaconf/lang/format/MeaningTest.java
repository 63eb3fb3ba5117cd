package org.kaconf.lang.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.AnyText;
import org.kaconf.lang.Corpus;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.SourceProvider;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.StructureProblem;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is formatted means what it meant before: the words of every node, its model, and where its braces do not pair. */
class MeaningTest {
	private static final Kaconf KACONF = Kaconf.create();
	private static final Path FILE = Path.of("/virtual/main.kaconf");

	@TestFactory
	Stream<DynamicTest> realFiles() throws IOException {
		return Corpus.files().stream().map(file -> DynamicTest.dynamicTest(Corpus.name(file), () -> {
			Analysis before = KACONF.analyse(file, LoadOptions.DEFAULT.withConfigId("a"));
			check(before.files().getFirst().text(), FormatOptions.DEFAULT);
		}));
	}

	@Property(tries = 1500)
	void fragmentsInAnyOrder(@ForAll("fragments") String text, @ForAll("options") FormatOptions options) {
		check(text, options);
	}

	@Property(tries = 300)
	void anyCharacters(@ForAll String text, @ForAll("options") FormatOptions options) {
		check(text, options);
	}

	@Property(tries = 700)
	void mutationsOfTheScenario(@ForAll("mutations") String text, @ForAll("options") FormatOptions options) {
		check(text, options);
	}

	/** However the blanks of a good text stand. */
	@Property(tries = 300)
	void theScenarioLaidOutAnyhow(@ForAll("blanks") List<String> blanks, @ForAll("options") FormatOptions options) {
		StringBuilder text = new StringBuilder();
		int next = 0;
		for (char c : AnyText.scenario().toCharArray()) {
			text.append(c == ' ' || c == '\n' ? blanks.get(next++ % blanks.size()).replace(c == ' ' ? "\n" : "none", "") : "").append(c);
		}
		check(text.toString(), options);
	}

	@Provide
	Arbitrary<String> fragments() {
		return AnyText.fragments();
	}

	@Provide
	Arbitrary<String> mutations() {
		return AnyText.mutations(AnyText.scenario());
	}

	@Provide
	Arbitrary<List<String>> blanks() {
		return Arbitraries.of("", " ", "\t", "\n", "   ", "\r").list().ofMinSize(1).ofMaxSize(50);
	}

	@Provide
	Arbitrary<FormatOptions> options() {
		return Combinators.combine(Arbitraries.of(" ", "    ", "\t"), Arbitraries.integers().between(0, 2), Arbitraries.of(LineEnd.class), Arbitraries.of(true, false)).as(FormatOptions::new);
	}

	private static void check(String text, FormatOptions options) {
		String formatted = Formatter.format(text, options);
		assertThat(Formatter.format(formatted, options)).as("formatted again").isEqualTo(formatted);
		assertThat(problems(formatted)).isEqualTo(problems(text));
		Analysis before = analyse(text);
		Analysis after = analyse(formatted);
		assertThat(after.nodes()).extracting(MeaningTest::words).isEqualTo(before.nodes().stream().map(MeaningTest::words).toList());
		if (before.nodes().stream().allMatch(MeaningTest::pairs)) {
			assertThat(after.cluster()).isEqualTo(before.cluster());
		}
	}

	/** Where the braces of a node do not pair, indentation decides what is meant. */
	private static boolean pairs(NodeView node) {
		return Structure.ofExpanded(node.text().text()).problems().isEmpty();
	}

	private static Analysis analyse(String text) {
		SourceProvider only = path -> {
			throw new IOException("does not exist");
		};
		return KACONF.analyse(FILE, LoadOptions.DEFAULT.withSources(only.with(FILE, text)).withConfigId("a"));
	}

	private static List<StructureProblem.Kind> problems(String text) {
		return Structure.of(text).problems().stream().map(StructureProblem::kind).toList();
	}

	/** What keepalived sees of a node's text: each word, comments left out. */
	private static List<String> words(NodeView node) {
		String text = node.text().text();
		return Structure.ofExpanded(text).tokens().stream().filter(token -> !token.type().isHidden() && token.length() > 0).map(token -> token.in(text)).toList();
	}
}

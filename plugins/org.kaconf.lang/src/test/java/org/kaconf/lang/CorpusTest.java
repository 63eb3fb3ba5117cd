package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.Token;
import org.kaconf.lang.syntax.TokenType;
import org.kaconf.model.Instance;

/** Real configuration files, where they are at hand. */
class CorpusTest {
	private static final Pattern INSTANCE = Pattern.compile("(?m)^[ \\t]*vrrp_instance[ \\t]+(\"[^\"\\n]*\"|[^\\s{#!]+)");
	private static final Kaconf KACONF = Kaconf.create();
	private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withConfigId("corpus");

	@TestFactory
	Stream<DynamicTest> everyFileHasAModel() throws IOException {
		return Corpus.files().stream().map(file -> DynamicTest.dynamicTest(Corpus.name(file), () -> check(file)));
	}

	/** However real people indent: a forgotten brace is one problem, costs no instance, and is nearly always found where it is missing. */
	@Test
	void anyForgottenBraceIsFound() throws IOException {
		int braces = 0;
		int atItsPlace = 0;
		for (Path file : Corpus.files()) {
			Analysis whole = KACONF.analyse(file, OPTIONS);
			String text = whole.files().getFirst().text();
			Deque<Token> open = new ArrayDeque<>();
			for (Token token : whole.problems().isEmpty() ? Structure.of(text).tokens() : List.<Token>of()) {
				if (token.type() == TokenType.LBRACE) {
					open.push(token);
				}
				if (token.type() == TokenType.LBRACE || token.type() == TokenType.RBRACE) {
					Token opening = token.type() == TokenType.LBRACE ? token : open.pop();
					Problem problem = without(token, file, text, whole.cluster().nodes().getFirst().instances().size());
					braces++;
					atItsPlace += Math.abs(problem.origin().line() - new LineMap(text).line(opening.start())) <= 1 ? 1 : 0;
				}
			}
		}
		assertThat(braces).isPositive();
		assertThat((double) atItsPlace / braces).as("share of braces found at their place").isGreaterThan(0.98);
	}

	private static Problem without(Token brace, Path file, String text, int instances) {
		String broken = text.substring(0, brace.start()) + text.substring(brace.end());
		Analysis analysis = KACONF.analyse(file, OPTIONS.withSources(SourceProvider.DISK.with(file, broken)));
		String where = file + " without the brace in line " + new LineMap(text).line(brace.start());
		assertThat(analysis.problems()).as(where).hasSize(1);
		assertThat(analysis.cluster().nodes().getFirst().instances()).as(where).hasSize(instances);
		return analysis.problems().getFirst();
	}

	private static void check(Path file) throws IOException {
		Analysis analysis = KACONF.analyse(file, OPTIONS);
		if (analysis.problems().stream().anyMatch(p -> p.kind() == ProblemKind.FILE)) {
			return;
		}
		Matcher m = INSTANCE.matcher(Files.readString(file));
		List<String> names = m.results().map(r -> r.group(1).replace("\"", "")).distinct().toList();
		assertThat(analysis.cluster().nodes()).singleElement().satisfies(node -> {
			assertThat(node.instances()).extracting(Instance::name).containsExactlyElementsOf(names);
			assertThat(node.instances()).allSatisfy(i -> assertThat(i.virtualAddresses().size() + i.excludedAddresses().size()).isPositive());
		});
	}
}

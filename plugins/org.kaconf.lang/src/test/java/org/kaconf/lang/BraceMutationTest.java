package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However real people indent: a brace too many is found near its place, and one mistake is not many problems. What is forgotten is CorpusTest's. */
class BraceMutationTest {
	private static final Kaconf KACONF = Kaconf.create();
	private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withConfigId("corpus");
	private static final int MUTATIONS_OF_FILE = 15;
	private static final int NEAR = 2;
	/** A stray opening brace is one problem and its missing end another. */
	private static final int MOST_PROBLEMS = 2;

	@ParameterizedTest(name = "a stray {0} {1}")
	@CsvSource({ "'}', on a line of its own", "'{', on a line of its own", "'}', behind a statement" })
	void strayBraces(String brace, String where) throws IOException {
		boolean ownLine = where.startsWith("on");
		int mutations = 0;
		int atTheirPlace = 0;
		List<String> elsewhere = new ArrayList<>();
		for (Path file : Corpus.files()) {
			Analysis whole = KACONF.analyse(file, OPTIONS);
			String text = whole.files().getFirst().text();
			List<Integer> ends = whole.problems().isEmpty() ? statementEnds(text) : List.of();
			Random random = new Random(file.getFileName().hashCode());
			for (int i = 0; i < MUTATIONS_OF_FILE && !ends.isEmpty(); i++) {
				int at = ends.get(random.nextInt(ends.size()));
				String broken = text.substring(0, at) + (ownLine ? "\n" + indentAt(text, at) + brace : " " + brace) + text.substring(at);
				int line = new LineMap(text).line(at) + (ownLine ? 1 : 0);
				List<Problem> problems = KACONF.analyse(file, OPTIONS.withSources(SourceProvider.DISK.with(file, broken))).problems();
				String place = Corpus.name(file) + ":" + line;
				assertThat(problems).as(place).hasSizeBetween(1, MOST_PROBLEMS);
				mutations++;
				if (problems.stream().anyMatch(problem -> Math.abs(problem.origin().line() - line) <= NEAR)) {
					atTheirPlace++;
				} else {
					elsewhere.add(place + " " + problems);
				}
			}
		}
		assertThat(mutations).isPositive();
		assertThat((double) atTheirPlace / mutations).as(atTheirPlace + " of " + mutations + " found at their place; elsewhere: " + elsewhere).isGreaterThanOrEqualTo(0.95);
	}

	/** Behind each line with a statement that opens and closes nothing. */
	private static List<Integer> statementEnds(String text) {
		List<Integer> ends = new ArrayList<>();
		for (int start = 0; start < text.length();) {
			int end = text.indexOf('\n', start);
			end = end < 0 ? text.length() : end;
			String line = text.substring(start, end);
			if (!line.isBlank() && line.chars().noneMatch(c -> "{}#!\"$@".indexOf(c) >= 0)) {
				ends.add(start + line.stripTrailing().length());
			}
			start = end + 1;
		}
		return ends;
	}

	private static String indentAt(String text, int at) {
		int start = text.lastIndexOf('\n', at - 1) + 1;
		int end = start;
		while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
			end++;
		}
		return text.substring(start, end);
	}
}

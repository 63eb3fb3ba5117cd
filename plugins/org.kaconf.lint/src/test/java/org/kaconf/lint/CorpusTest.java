package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Configurations of other people, with what keepalived 2.2.7 says of each. They are no part of the project, so the test is skipped where
 * they are not; they are looked for in a folder shared/corpus beside the working copy.
 */
class CorpusTest {
	/** The machine the messages were collected on has not the users of the scripts, and then not the scripts. */
	private static final Pattern ABOUT_THE_HOST = Pattern.compile("Unable to set default user|track script .* not found");
	/** keepalived only reports it when the script is on the machine. */
	private static final List<String> DEPENDS_ON_HOST = List.of("KA6001", "KA6003", "KA2015", "KA2016");

	private static Path corpus;

	@BeforeAll
	static void needsCorpus() {
		corpus = find().orElse(null);
		assumeTrue(corpus != null, "needs shared/corpus");
	}

	private static Optional<Path> find() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isRegularFile(folder.resolve("shared/corpus/expected.tsv"))) {
				return Optional.of(folder.resolve("shared/corpus"));
			}
		}
		return Optional.empty();
	}

	@Test
	void agreesWithKeepalived() throws IOException {
		int said = 0;
		List<String> missed = new ArrayList<>();
		List<String> tooMuch = new ArrayList<>();
		for (String row : rows("expected.tsv")) {
			String[] cells = row.split("\t", -1);
			List<RealKeepalived.Message> messages = Arrays.stream(cells[3].split(" \\|\\| ")).map(String::strip).filter(message -> !message.isEmpty() && !ABOUT_THE_HOST.matcher(message).find())
					.map(RealKeepalived.Message::of).toList();
			Verdicts verdicts = Verdicts.of(messages, Lint.check(Lint.analyse(corpus.resolve("files").resolve(cells[0]))));
			said += verdicts.theirs().size();
			verdicts.missed().forEach(message -> missed.add(cells[0] + ": " + message));
			verdicts.unconfirmed().stream().filter(diagnostic -> !DEPENDS_ON_HOST.contains(diagnostic.rule())).forEach(diagnostic -> tooMuch.add(diagnostic.toString()));
		}
		System.out.println("corpus: keepalived says " + said + " things about the texts, " + (said - missed.size()) + " of them are found");
		assertThat(said).isPositive();
		assertThat(missed).isEmpty();
		assertThat(tooMuch).isEmpty();
	}

	@Test
	void pairsAreComparedWithoutAnException() throws IOException {
		for (String row : rows("pairs.tsv")) {
			List<Path> files = Arrays.stream(row.split("\t")).map(name -> corpus.resolve("files").resolve(name)).toList();
			assertThat(Lint.check(Lint.analyseCluster(files))).allSatisfy(diagnostic -> assertThat(diagnostic.message()).doesNotContain("\n").isNotBlank());
		}
	}

	private static List<String> rows(String table) throws IOException {
		List<String> lines = Files.readAllLines(corpus.resolve(table));
		return lines.subList(1, lines.size());
	}
}

package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kaconf.lint.rule.Verdict;

/**
 * Configurations of other people, with what keepalived 2.2.7 says of each. They are no part of the project, so the test is skipped where
 * they are not; they are looked for in a folder shared/corpus beside the working copy.
 */
class CorpusTest {
	/** What is about the machine the messages were collected on: scripts and users it does not have. */
	private static final Pattern ABOUT_THE_HOST = Pattern.compile("Disabling track script|Unable to set default user|Error setting global script|track script .* not found");
	/** Follows from another message about the same lines, or continues one. */
	private static final Pattern ECHO = Pattern.compile("Unknown keyword '}'|is invalid$|persistence_timeout invalid|Please use global|- skipping$");
	private static final Pattern LINE = Pattern.compile("^\\((?:FILE: )?Line (\\d+)\\)");
	/** Messages that name no line. */
	private static final Map<String, String> WITHOUT_LINE = Map.of("SECURITY VIOLATION", "KA6001", "nopreempt will not work", "KA2008", "since own interface", "KA2009",
			"no forwarding method set", "KA2021", "State MASTER must match", "KA2020", "has only 1 virtual router", "KA2017");
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
			List<Diagnostic> found = Lint.check(Lint.analyse(corpus.resolve("files").resolve(cells[0])));
			List<String> messages = Arrays.stream(cells[3].split(" \\|\\| ")).map(String::strip).filter(message -> !message.isEmpty()).toList();
			for (String message : messages) {
				if (ABOUT_THE_HOST.matcher(message).find() || ECHO.matcher(message).find()) {
					continue;
				}
				said++;
				if (found.stream().noneMatch(diagnostic -> agree(diagnostic, message))) {
					missed.add(cells[0] + ": " + message);
				}
			}
			found.stream().filter(CorpusTest::shouldBeConfirmed).filter(diagnostic -> messages.stream().noneMatch(message -> agree(diagnostic, message)))
					.forEach(diagnostic -> tooMuch.add(diagnostic.toString()));
		}
		System.out.println("corpus: keepalived says " + said + " things about the texts, " + (said - missed.size()) + " of them are found; " + tooMuch.size()
				+ " findings it should confirm and does not");
		missed.forEach(message -> System.out.println("  missed: " + message));
		tooMuch.forEach(message -> System.out.println("  too much: " + message));
		assertThat(said - missed.size()).as("one file alone has a dozen echoes of one misplaced block").isGreaterThanOrEqualTo(said * 8 / 10);
		assertThat(tooMuch).hasSizeLessThanOrEqualTo(3);
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

	/** Whether keepalived says something about a finding of that rule wherever it runs. */
	private static boolean shouldBeConfirmed(Diagnostic diagnostic) {
		Verdict.Answer answer = RuleCatalog.find(diagnostic.rule()).orElseThrow().keepalived().answer();
		return (answer == Verdict.Answer.COMPLAINS || answer == Verdict.Answer.REFUSES) && !DEPENDS_ON_HOST.contains(diagnostic.rule());
	}

	private static boolean agree(Diagnostic diagnostic, String message) {
		Matcher m = LINE.matcher(message);
		return m.find() ? diagnostic.origin().line() == Integer.parseInt(m.group(1))
				: WITHOUT_LINE.entrySet().stream().anyMatch(entry -> message.contains(entry.getKey()) && diagnostic.rule().equals(entry.getValue()));
	}
}

package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.KeepalivedVersion;

/**
 * Holds the catalog against the installed keepalived 2.2.7: it must know every keyword that we say it knows, say
 * nothing about values that we call good, and complain about values that we call bad. Where it differs for a reason, the
 * reason is in keepalived-differences.tsv; an entry there that is no longer needed fails the test too.
 */
@Tag("live")
class KeepalivedDriftTest {
	private static final Catalog CATALOG = Catalog.standard().forVersion(new KeepalivedVersion(2, 2, 7));
	private static final List<String> PREAMBLE = List.of(
			"global_defs {", "script_user root", "enable_script_security", "default_interface " + Samples.INTERFACE, "}", "vrrp_script sample {", "script /bin/true", "}", "vrrp_track_process sample {", "process sample", "}",
			"track_file sample {", "file " + Samples.FOLDER + "/sample", "}", "bfd_instance sample {", "neighbor_ip 10.9.0.2", "}", "vrrp_instance sample {",
			"virtual_router_id 9", "interface va0", "}", "track_group sample {", "group {", "sample", "}", "}", "virtual_server_group sample {", "10.9.0.3 80", "}");

	/** Lines without which the rest of a block is not looked at; keepalived 2.2.7 even crashes at an HTTP_GET without a page. */
	private static final Map<String, List<String>> NEEDED = Map.of(
			"bfd_instance", List.of("neighbor_ip 10.9.0.4"),
			"virtual_server", List.of("sorry_server 10.9.0.5 80"),
			"virtual_server/real_server/HTTP_GET", List.of("url {", "path /", "}"), "virtual_server/real_server/HTTP_GET/url", List.of("path /"),
			"virtual_server/real_server/SSL_GET", List.of("url {", "path /", "}"), "virtual_server/real_server/SSL_GET/url", List.of("path /"));

	/** Where a line that is refused changes what happens to those after it, each is asked about alone. */
	private static final Set<String> ONE_BY_ONE = Set.of("bfd_instance");

	@TempDir
	static Path folder;

	/**
	 * Something to try.
	 *
	 * @param block   where it stands
	 * @param subject which keyword and option it is about
	 * @param line    the line whose messages count
	 * @param times   how often the line is written; the messages of the last one count
	 */
	private record Trial(String block, String subject, String line, int times) {
	}

	/** A message (or "no complaint") that is expected where the three patterns match, and why. */
	private record Difference(Pattern block, Pattern subject, Pattern message) {

		boolean covers(Trial trial, String text) {
			return block.matcher(trial.block).matches() && subject.matcher(trial.subject).matches() && message.matcher(text).matches();
		}
	}

	private static KeepalivedCheck keepalived;

	@BeforeAll
	static void begin() throws IOException {
		assumeTrue(KeepalivedCheck.isPossible(), "needs keepalived 2.2.7, iproute2 and the right to make namespaces");
		keepalived = new KeepalivedCheck(folder);
	}

	@AfterAll
	static void end() throws IOException {
		if (keepalived != null)
			keepalived.close();
	}

	@Test
	void goodLinesAreAccepted() throws IOException {
		hold("good", GoodAndBad::good, messages -> messages);
	}

	@Test
	void badLinesAreComplainedAbout() throws IOException {
		hold("bad", GoodAndBad::bad, KeepalivedDriftTest::noComplaint);
	}

	@Test
	void missingWordsAreComplainedAbout() throws IOException {
		hold("missing", GoodAndBad::missing, KeepalivedDriftTest::noComplaint);
	}

	/** Each word of the language in each block of keywords that does not have it in this release: those of other blocks, those that came later. */
	@Test
	void wordsOfOtherBlocksAndReleasesAreUnknown() throws IOException {
		Set<String> words = Catalog.standard().everything().stream().flatMap(block -> block.keywords().stream()).filter(keyword -> !keyword.extension())
				.map(Keyword::name).filter(word -> CATALOG.anywhere().keyword(word).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
		Map<Trial, List<String>> objections = new HashMap<>();
		for (BlockKind block : CATALOG.everything()) {
			if (block.extension() || block.keywords().isEmpty() || block == CATALOG.anywhere())
				continue;
			List<Trial> trials = words.stream().filter(word -> block.keyword(word).isEmpty()).map(word -> new Trial(block.id(), word, word, 1)).toList();
			ask(trials).forEach((trial, messages) -> objections.put(trial,
					Set.copyOf(messages).equals(Set.of("Unknown keyword '" + trial.line + "'")) ? List.of() : List.of("not unknown: " + messages)));
		}
		assertExplained("elsewhere", objections);
	}

	/** What happens to the second of two equal lines says which of them counts. */
	@Test
	void repeatedKeywordsAreComplainedAboutWhereTheFirstOneCounts() throws IOException {
		Map<Trial, List<String>> objections = new HashMap<>();
		for (BlockKind block : CATALOG.everything())
			for (Keyword keyword : block.keywords()) {
				if (keyword.extension() || keyword.arguments().stream().anyMatch(argument -> argument.type().defines().isPresent()))
					continue;
				String line = GoodAndBad.good(keyword.name(), keyword.syntax()).getLast().text() + end(keyword);
				Trial twice = new Trial(block.id(), keyword.name(), line, 2);
				List<String> more = new ArrayList<>(ask(List.of(twice)).get(twice));
				ask(List.of(new Trial(block.id(), keyword.name(), line, 1))).values().forEach(more::removeAll);
				objections.put(twice, keyword.cardinality() == Cardinality.FIRST_WINS ? noComplaint(more) : more);
			}
		assertExplained("repeated", objections);
	}

	private static List<String> noComplaint(List<String> messages) {
		return messages.isEmpty() ? List.of("no complaint") : List.of();
	}

	private interface TrialsOf {
		List<GoodAndBad.Line> lines(String word, Syntax syntax);
	}

	private void hold(String what, TrialsOf trialsOf, UnaryOperator<List<String>> toObjections) throws IOException {
		Map<Trial, List<String>> objections = new HashMap<>();
		for (BlockKind block : CATALOG.everything())
			for (List<Trial> trials : files(block, trialsOf))
				answers(trials).forEach((trial, messages) -> objections.put(trial, toObjections.apply(messages)));
		assertExplained(what, objections);
	}

	/** Each objection has a reason in the list of differences, and each of those is still met. */
	private static void assertExplained(String what, Map<Trial, List<String>> objections) throws IOException {
		List<Difference> known = differences(what);
		Set<Difference> met = new HashSet<>();
		Set<String> surprises = new TreeSet<>();
		objections.forEach((trial, texts) -> {
			for (String text : texts) {
				List<Difference> covering = known.stream().filter(difference -> difference.covers(trial, text)).toList();
				met.addAll(covering);
				if (covering.isEmpty())
					surprises.add(trial.block + "\t" + trial.subject + "\t" + trial.line + " -> " + text);
			}
		});
		assertThat(surprises).as("differences between the catalog and keepalived that have no reason").isEmpty();
		assertThat(met).as("differences that are still there").containsAll(known);
	}

	/** Spreads the trials over files so that no keyword stands twice in one, which keepalived would complain about. */
	private static List<List<Trial>> files(BlockKind block, TrialsOf trialsOf) {
		List<List<Trial>> files = new ArrayList<>();
		for (Keyword keyword : block.keywords())
			if (!keyword.extension())
				add(files, block, keyword.name(), end(keyword), trialsOf.lines(keyword.name(), keyword.syntax()));
		if (!block.extension())
			block.entry().ifPresent(entry -> add(files, block, "entry", "", trialsOf.lines("", entry.syntax())));
		return files;
	}

	private static String end(Keyword keyword) {
		return keyword.block() == null ? "" : " {";
	}

	private static void add(List<List<Trial>> files, BlockKind block, String subject, String end, List<GoodAndBad.Line> lines) {
		for (int i = 0; i < lines.size(); i++) {
			if (files.size() <= i)
				files.add(new ArrayList<>());
			GoodAndBad.Line line = lines.get(i);
			files.get(i).add(new Trial(block.id(), line.option() == null ? subject : subject + " " + line.option(), line.text() + end, 1));
		}
	}

	private static Map<Trial, List<String>> answers(List<Trial> trials) throws IOException {
		return ONE_BY_ONE.contains(trials.getFirst().block) ? oneByOne(trials) : ask(trials);
	}

	private static Map<Trial, List<String>> oneByOne(List<Trial> trials) throws IOException {
		Map<Trial, List<String>> answers = new HashMap<>();
		for (Trial trial : trials)
			answers.putAll(ask(List.of(trial)));
		return answers;
	}

	/** A missing word ends keepalived's reading in the middle of one of its passes, so the other lines are asked again; after a crash one by one. */
	private static Map<Trial, List<String>> ask(List<Trial> trials) throws IOException {
		Map<Trial, List<String>> answers = new HashMap<>();
		List<Trial> left = new ArrayList<>(trials);
		while (!left.isEmpty()) {
			List<String> lines = new ArrayList<>(PREAMBLE);
			List<String> opening = opening(left.getFirst().block);
			lines.addAll(opening);
			lines.addAll(NEEDED.getOrDefault(left.getFirst().block, List.of()));
			Map<Integer, Trial> byLine = new HashMap<>();
			for (Trial trial : left)
				for (int i = 1; i <= trial.times; i++) {
					lines.add(trial.line);
					if (i == trial.times)
						byLine.put(lines.size(), trial);
					if (trial.line.endsWith("{"))
						lines.add("}");
				}
			opening.forEach(line -> lines.add("}"));
			KeepalivedCheck.Answer answer = keepalived.ask(String.join("\n", lines) + "\n");
			if (answer.crashed()) {
				if (trials.size() == 1)
					return Map.of(trials.getFirst(), List.of("crashes"));
				answers.putAll(oneByOne(left));
				return answers;
			}
			Map<Integer, List<String>> messages = answer.messages();
			int abortedAt = messages.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(text -> text.startsWith("*** ")))
					.mapToInt(Map.Entry::getKey).findFirst().orElse(Integer.MAX_VALUE);
			List<Trial> again = new ArrayList<>();
			byLine.forEach((line, trial) -> {
				if (abortedAt == Integer.MAX_VALUE || line == abortedAt)
					answers.put(trial, messages.getOrDefault(line, List.of()));
				else
					again.add(trial);
			});
			left = again;
		}
		return answers;
	}

	/** The lines that open a block of that kind, from the top level down. */
	private static List<String> opening(String block) {
		if (block.equals("root") || block.equals("anywhere"))
			return List.of();
		for (BlockKind parent : CATALOG.everything())
			for (Keyword keyword : parent.keywords())
				if (block.equals(keyword.block()) && !keyword.extension() && keyword.replacedBy() == null) {
					List<String> lines = new ArrayList<>(opening(parent.id()));
					lines.add(GoodAndBad.good(keyword.name(), keyword.syntax()).getFirst().text() + " {");
					return lines;
				}
		throw new AssertionError("Nothing opens " + block);
	}

	private static List<Difference> differences(String what) throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				KeepalivedDriftTest.class.getResourceAsStream("keepalived-differences.tsv"), StandardCharsets.UTF_8))) {
			return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).filter(row -> row[0].equals(what))
					.map(row -> new Difference(Pattern.compile(row[1]), Pattern.compile(row[2]), Pattern.compile(row[3]))).toList();
		}
	}
}

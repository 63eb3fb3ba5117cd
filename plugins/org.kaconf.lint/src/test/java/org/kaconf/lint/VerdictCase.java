package org.kaconf.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small configuration that shows one thing. The cases of a group stand in GROUP.cases, a paragraph each, and are put in the place of
 * {@code <case>} in GROUP.template. Lines in front of a case say where Kaconf says something else than keepalived, and why: {@code #= } the
 * reason, and behind it {@code #- } each message that only keepalived has for that reason, {@code #+ } the rule of each error that only Kaconf has.
 *
 * @param text the configuration
 * @param lines what is put into the template
 * @param differences the deliberate ones
 */
record VerdictCase(String group, String text, String lines, List<Difference> differences) {
	private static final Path FOLDER = Path.of("src/test/resources/verdicts");
	private static final String PLACE = "<case>\n";
	private static final String REASON = "#= ";
	static final String ONLY_KEEPALIVED = "#- ";
	static final String ONLY_KACONF = "#+ ";

	/** @param marked messages and rules with {@link #ONLY_KEEPALIVED} or {@link #ONLY_KACONF} in front of them */
	record Difference(String reason, List<String> marked) {
		/** What only one of the two says. */
		List<String> said(String mark) {
			return marked.stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length())).toList();
		}
	}

	static List<VerdictCase> all() throws IOException {
		List<VerdictCase> cases = new ArrayList<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".cases")).sorted().toList()) {
				String group = file.getFileName().toString().replace(".cases", "");
				String template = Files.readString(FOLDER.resolve(group + ".template"));
				for (String paragraph : Files.readString(file).strip().split("\n\n+")) {
					cases.add(of(group, template, paragraph.stripTrailing()));
				}
			}
		}
		return cases;
	}

	private static VerdictCase of(String group, String template, String paragraph) {
		List<Difference> differences = new ArrayList<>();
		for (String line : paragraph.lines().toList()) {
			if (line.startsWith(REASON)) {
				differences.add(new Difference(line.substring(REASON.length()), new ArrayList<>()));
			} else if (isMarked(line)) {
				differences.getLast().marked().add(line);
			}
		}
		String lines = paragraph.lines().filter(line -> !line.startsWith(REASON) && !isMarked(line)).collect(Collectors.joining("\n"));
		return new VerdictCase(group, template.replace(PLACE, lines + "\n"), lines, differences);
	}

	private static boolean isMarked(String line) {
		return line.startsWith(ONLY_KEEPALIVED) || line.startsWith(ONLY_KACONF);
	}

	/** All differences that have a reason, marked. */
	List<String> expected() {
		return differences.stream().flatMap(difference -> difference.marked().stream()).sorted().toList();
	}
}

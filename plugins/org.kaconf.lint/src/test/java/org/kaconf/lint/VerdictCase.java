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
 * {@code <case>} in GROUP.template. Lines {@code #= } in front of a case say why Kaconf says something else than keepalived.
 *
 * @param text the configuration
 * @param lines what is put into the template
 * @param reason of a deliberate difference; empty for none
 */
record VerdictCase(String group, String text, String lines, String reason) {
	private static final Path FOLDER = Path.of("src/test/resources/verdicts");
	private static final String PLACE = "<case>\n";
	private static final String REASON = "#= ";

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
		String reason = paragraph.lines().filter(line -> line.startsWith(REASON)).map(line -> line.substring(REASON.length())).collect(Collectors.joining(" "));
		String lines = paragraph.lines().filter(line -> !line.startsWith(REASON)).collect(Collectors.joining("\n"));
		return new VerdictCase(group, template.replace(PLACE, lines + "\n"), lines, reason);
	}
}

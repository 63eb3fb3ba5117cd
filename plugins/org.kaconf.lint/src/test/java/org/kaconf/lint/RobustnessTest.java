package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.report.JsonReport;
import org.kaconf.lint.report.TextReport;
import org.kaconf.model.Origin;

/** Whatever a text has become by editing, checking it ends with diagnostics that point into it. */
class RobustnessTest {
	private static final Path EXAMPLE = Path.of("../../examples/nginx-ha/cluster.kaconf");
	private static final String SIGNS = "{}\"@$~#!\\ \n=;abc09.:/-";
	private static final int TEXTS_A_SEED = 25;

	@TempDir
	private Path folder;

	static IntStream seeds() {
		return IntStream.range(0, 20);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void editedTexts(int seed) throws IOException {
		Random random = new Random(seed);
		String text = Files.readString(EXAMPLE);
		for (int i = 0; i < TEXTS_A_SEED; i++) {
			text = edit(text, random);
			check(text);
		}
	}

	private void check(String text) {
		Path file = Lint.write(folder.resolve("cluster.kaconf"), text);
		Analysis analysis = Lint.analyse(file);
		List<Diagnostic> found = Lint.check(analysis);
		List<String> lines = List.of(text.split("\n", -1));
		assertThat(found).allSatisfy(diagnostic -> {
			Origin origin = diagnostic.origin();
			assertThat(origin.file()).isEqualTo(file.toString());
			assertThat(origin.line()).isBetween(1, lines.size());
			assertThat(origin.column()).isBetween(1, lines.get(origin.line() - 1).length() + 1);
			assertThat(origin.endLine()).isBetween(origin.line(), lines.size());
			assertThat(diagnostic.message()).isNotBlank().doesNotContain("\n");
			diagnostic.fixes().forEach(fix -> assertThat(Fixes.apply(fix, file.toString(), text)).isNotEqualTo(text));
		});
		assertThat(new TextReport(false).write(found, analysis.files())).endsWith("\n");
		assertThat(JsonReport.write(found)).isNotEmpty();
	}

	private static String edit(String text, Random random) {
		List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
		int line = random.nextInt(lines.size());
		switch (random.nextInt(5)) {
			case 0 -> lines.remove(line);
			case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
			case 2 -> lines.set(line, lines.get(line).stripTrailing().replaceFirst("\\S+$", ""));
			default -> {
				StringBuilder changed = new StringBuilder(lines.get(line));
				changed.insert(random.nextInt(changed.length() + 1), SIGNS.charAt(random.nextInt(SIGNS.length())));
				lines.set(line, changed.toString());
			}
		}
		return String.join("\n", lines.isEmpty() ? List.of("") : lines);
	}
}

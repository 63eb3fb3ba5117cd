package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kaconf.model.Instance;

/** Real configuration files, where they are at hand. */
class CorpusTest {
	private static final Pattern INSTANCE = Pattern.compile("(?m)^[ \\t]*vrrp_instance[ \\t]+(\"[^\"\\n]*\"|[^\\s{#!]+)");
	private static final Kaconf KACONF = Kaconf.create();

	@TestFactory
	Stream<DynamicTest> everyFileHasAModel() throws IOException {
		Path corpus = corpus();
		assumeTrue(corpus != null, "no corpus beside this checkout");
		List<Path> files;
		try (Stream<Path> found = Files.walk(corpus)) {
			files = found.filter(Files::isRegularFile).sorted().toList();
		}
		assertThat(files).isNotEmpty();
		return files.stream().map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> check(file)));
	}

	private static void check(Path file) throws IOException {
		Analysis analysis = KACONF.analyse(file, LoadOptions.DEFAULT.withConfigId("corpus"));
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

	private static Path corpus() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path corpus = folder.resolve("shared/corpus/files");
			if (Files.isDirectory(corpus)) {
				return corpus;
			}
		}
		return null;
	}
}

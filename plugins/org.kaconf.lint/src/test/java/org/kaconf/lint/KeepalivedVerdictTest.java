package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.NodeView;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/**
 * What a rule says about keepalived's own opinion of its examples, held against the answer of the real one. Needs root and the Debian
 * packages keepalived, iproute2 and util-linux; without them it is skipped, but never in CI.
 */
class KeepalivedVerdictTest {
	private static RealKeepalived keepalived;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open(@TempDir Path shared) throws IOException {
		try {
			keepalived = RealKeepalived.open(shared);
		} catch (IOException e) {
			assumeTrue("true".equals(System.getenv("CI")), "needs root and the package keepalived: " + e.getMessage());
			throw e;
		}
	}

	@AfterAll
	static void close() throws IOException {
		if (keepalived != null) {
			keepalived.close();
		}
	}

	static Stream<RuleInfo> rules() {
		return RuleCatalog.all().stream().filter(rule -> rule.keepalived() != Verdict.NONE);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void bad(RuleInfo rule) throws IOException {
		List<String> messages = new ArrayList<>();
		int worst = 0;
		for (Path file : files(rule.bad())) {
			RealKeepalived.Answer answer = keepalived.check(file, name(file));
			messages.addAll(answer.messages());
			worst = Math.max(worst, answer.exitCode());
		}
		if (rule.keepalived().message() == null) {
			assertThat(messages).isEmpty();
		} else {
			assertThat(messages).anyMatch(message -> message.contains(rule.keepalived().message()));
			assertThat(worst).as(messages.toString()).isNotZero();
		}
		if (rule.keepalived().answer() == Verdict.Answer.REFUSES) {
			Path file = files(rule.bad()).getFirst();
			RealKeepalived.Answer answer = keepalived.start(file, name(file));
			assertThat(answer.exitCode()).as(answer.toString()).isNotIn(0, 124);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void good(RuleInfo rule) throws IOException {
		for (Path file : files(rule.good())) {
			assertThat(keepalived.check(file, name(file)).messages()).isEmpty();
		}
	}

	/** The text each node reads, or the example as it is when it has no cluster block. */
	private List<Path> files(Example example) {
		Path file = Lint.write(folder.resolve("example").resolve("lb1.conf"), reachable(example.text()));
		Analysis analysis = Lint.analyse(file);
		if (!analysis.hasClusterBlock()) {
			return List.of(file);
		}
		List<Path> files = new ArrayList<>();
		for (NodeView node : analysis.nodes()) {
			files.add(Lint.write(folder.resolve(node.name() + ".conf"), node.text().text()));
		}
		return files;
	}

	/** The scripts of the examples are not on this machine, and of scripts it does not find keepalived says no more. */
	private static String reachable(String text) {
		return text.replace("/usr/local/bin/check-nginx", "/bin/true");
	}

	private static String name(Path file) {
		return file.getFileName().toString().replace(".conf", "");
	}
}

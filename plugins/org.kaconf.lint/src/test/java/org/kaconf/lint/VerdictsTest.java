package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything keepalived reports about a text has a finding of Kaconf at the same line, and what Kaconf calls an error keepalived reports or
 * ignores. Needs root and keepalived; without them it is skipped, but never in CI.
 */
@Tag("live")
class VerdictsTest {
	private static final Path PAGE = Path.of("../../docs/verdicts.md");
	private static final String VERSION = "2.2.7";
	private static RealKeepalived keepalived;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void open() throws IOException {
		try {
			keepalived = RealKeepalived.open(folder);
		} catch (IOException e) {
			assumeTrue("true".equals(System.getenv("CI")), "needs root and the package keepalived: " + e.getMessage());
			throw e;
		}
		assumeTrue(keepalived.version().equals(VERSION), "the cases are about keepalived " + VERSION + ", this is " + keepalived.version());
	}

	@AfterAll
	static void close() throws IOException {
		if (keepalived != null) {
			keepalived.close();
		}
	}

	/** After a change of cases or rules: ./mvnw -pl plugins/org.kaconf.lint -am test -Dtest=VerdictsTest -Dkaconf.excludedTests=none -Dkaconf.update=true writes the page. */
	@Test
	void kaconfSaysWhatKeepalivedSays() throws IOException {
		Map<VerdictCase, Verdicts> verdicts = new LinkedHashMap<>();
		List<String> surprises = new ArrayList<>();
		for (VerdictCase one : VerdictCase.all()) {
			Path file = Lint.write(folder.resolve("case").resolve("keepalived.conf"), one.text());
			Verdicts verdict = Verdicts.of(keepalived.messages(file, "lb1"), Lint.check(Lint.analyse(file)));
			verdicts.put(one, verdict);
			if (!verdict.differences().equals(one.expected())) {
				surprises.add(one.group() + ":\n" + one.lines() + "\ndiffers by\n" + String.join("\n", verdict.differences()) + "\nrather than by\n" + String.join("\n", one.expected()) + "\n" + verdict.ours());
			}
		}
		assertThat(surprises).as("each difference needs its reason in the case, and no other has one").isEmpty();
		if (Boolean.getBoolean("kaconf.update")) {
			Files.writeString(PAGE, VerdictsPage.of(verdicts));
		}
		assertThat(PAGE).as("run with -Dkaconf.excludedTests=none -Dkaconf.update=true").hasContent(VerdictsPage.of(verdicts));
	}
}

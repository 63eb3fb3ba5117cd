package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.rule.VersionRange;
import org.kaconf.model.KeepalivedVersion;

/** Suppressions, severities, and the merging of what several nodes have in common. */
class LinterTest {
	private static final String CONFIGURATION = """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			%s
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void aCommentOnTheLineSilences() {
		assertThat(rules("    priority 300 # kaconf: ignore KA1203 the test needs it")).isEmpty();
	}

	@Test
	void aCommentOnTheLineAboveSilencesByName() {
		assertThat(rules("    # kaconf: ignore value-out-of-range the test needs it\n\n    ! more words\n    priority 300")).isEmpty();
	}

	@Test
	void severalRulesAreSilencedAtOnce() {
		assertThat(rules("    priority 300 nopreempt # kaconf: ignore KA1203, KA1207 the test needs it")).isEmpty();
	}

	@Test
	void withoutAReasonNothingIsSilenced() {
		assertThat(rules("    priority 300 # kaconf: ignore KA1203")).containsExactly("KA1203", "KA9001");
	}

	@Test
	void aCommentOfAnotherLineSilencesNothing() {
		assertThat(rules("    nopreempt # kaconf: ignore KA1203 the test needs it\n    priority 300")).containsExactly("KA9003", "KA1203");
	}

	@Test
	void inQuotesItIsNoComment() {
		assertThat(rules("    notify_master \"/bin/true # kaconf: ignore KA9999 x\"")).doesNotContain("KA9002", "KA9003");
	}

	@Test
	void anUnusedOneOfTwoIsNamed() {
		assertThat(check("    priority 300 # kaconf: ignore KA1203 KA1204 the test needs it", LintOptions.DEFAULT)).singleElement()
				.satisfies(diagnostic -> assertThat(diagnostic.message()).startsWith("KA1204 finds nothing on line 4"));
	}

	@Test
	void theRunDecidesSeverities() {
		assertThat(check("    priority 300", LintOptions.of(List.of("KA1203=info")))).singleElement()
				.satisfies(diagnostic -> assertThat(diagnostic.severity()).isEqualTo(Severity.INFO));
		assertThat(check("    priority 300", LintOptions.of(List.of("value-out-of-range=off")))).isEmpty();
	}

	@Test
	void theNearestSettingsFileDecidesUnlessTheRunDoes() {
		Lint.write(folder.resolve("kaconf.properties"), "KA1203=off\n");
		Lint.write(folder.resolve("inner/kaconf.properties"), "# here\nKA1203 = warning\n");
		Path file = Lint.write(folder.resolve("inner/deeper/cluster.kaconf"), CONFIGURATION.formatted("    priority 300"));
		Analysis analysis = Lint.analyse(file);

		assertThat(new Linter(LintOptions.DEFAULT).check(analysis)).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
		assertThat(new Linter(LintOptions.of(List.of("KA1203=info"))).check(analysis)).extracting(Diagnostic::severity).containsExactly(Severity.INFO);
	}

	@Test
	void aSettingThatSaysNothingIsReportedInTheSettings() {
		Path settings = Lint.write(folder.resolve("kaconf.properties"), "KA1203=loud\nno-such-rule=off\n");

		assertThat(check("    priority 150", LintOptions.DEFAULT)).extracting(d -> d.rule() + " " + d.origin())
				.containsExactly("KA9004 " + settings + ":1:1", "KA9004 " + settings + ":2:1");
	}

	@Test
	void aSettingOfTheFormatterThatIsNoneIsReported() {
		Path settings = Lint.write(folder.resolve("kaconf.properties"), "format.indent=tab\nformat.indent=wide\nformat.lines=1\n");

		assertThat(check("    priority 150", LintOptions.DEFAULT)).extracting(d -> d.rule() + " " + d.origin() + " " + d.message()).satisfiesExactly(
				d -> assertThat(d).startsWith("KA9004 " + settings + ":2:1").contains("'wide'"),
				d -> assertThat(d).startsWith("KA9004 " + settings + ":3:1").contains("format.blank_lines"));
	}

	@Test
	void aVersionThatIsNoneIsReportedWithThoseThatAre() {
		Lint.write(folder.resolve("kaconf.properties"), "keepalived_version=abc\n");
		String cluster = "cluster web {\n    keepalived_version 9.9\n    node lb1 {\n        address 192.0.2.1/24 dev eth0\n    }\n}\n";

		assertThat(Lint.check(folder.resolve("cluster.kaconf"), cluster)).extracting(d -> d.rule() + " " + d.message()).contains(
				"KA1203 keepalived_version: keepalived 9.9.0 is not known; write 2.4.3, the newest one that is (known are the releases from 2.0.0 to 2.4.3)",
				"KA9004 'abc' is no version of keepalived; write one like 2.2.7 (known are the releases from 2.0.0 to 2.4.3)");
	}

	@Test
	void theVersionOfTheProjectDecidesWhatIsKnown() {
		Path settings = Lint.write(folder.resolve("kaconf.properties"), "keepalived_version=2.4.0\n");
		String text = "    no_virtual_ipaddress";

		assertThat(check(text, LintOptions.DEFAULT)).isEmpty();
		Lint.write(settings, "keepalived_version=2.2.7\n");
		assertThat(check(text, LintOptions.DEFAULT)).extracting(Diagnostic::rule).containsExactly("KA1103");
	}

	@Test
	void wishesThatCannotBeReadAreRefusedInOneLine() {
		assertThatThrownBy(() -> LintOptions.of(List.of("KA1203"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("off|info|warning|error");
		assertThatThrownBy(() -> LintOptions.of(List.of("KA0=off"))).hasMessageContaining("no rule 'KA0'");
		assertThatThrownBy(() -> LintOptions.of(List.of("KA1203=loud"))).hasMessageContaining("'loud'");
	}

	@Test
	void whatAllNodesHaveIsSaidOnceAndWhatOneHasIsSaidOfIt() {
		String cluster = """
				cluster web {
				    node lb1 {
				        address 192.0.2.1/24 dev eth0
				    }
				    node lb2 {
				        address 192.0.2.2/24 dev eth0
				    }
				}

				""";
		String instance = CONFIGURATION.formatted("    @lb1 priority 101\n    @lb2 priority 100\n    advert_int 700\n    @lb2 garp_master_delay 9999");
		List<Diagnostic> found = Lint.check(folder.resolve("cluster.kaconf"), cluster + instance);

		assertThat(found).extracting(Diagnostic::rule).containsExactly("KA1203", "KA1203");
		assertThat(found.getFirst().message()).doesNotContain("lb1", "lb2");
		assertThat(found.getLast().message()).endsWith("(on lb2)");
	}

	@Test
	void rulesHoldFromTheFirstVersionOfTheirRangeToTheLast() {
		VersionRange range = new VersionRange(new KeepalivedVersion(2, 2, 8), new KeepalivedVersion(2, 3, 3));

		assertThat(range.contains(new KeepalivedVersion(2, 2, 7))).isFalse();
		assertThat(range.contains(new KeepalivedVersion(2, 2, 8))).isTrue();
		assertThat(range.contains(new KeepalivedVersion(2, 3, 2))).isTrue();
		assertThat(range.contains(new KeepalivedVersion(2, 3, 3))).isFalse();
		assertThat(range).hasToString("since 2.2.8, before 2.3.3");
	}

	private List<String> rules(String line) {
		return check(line, LintOptions.DEFAULT).stream().map(Diagnostic::rule).toList();
	}

	private List<Diagnostic> check(String line, LintOptions options) {
		Path file = Lint.write(folder.resolve("cluster.kaconf"), CONFIGURATION.formatted(line));
		return new Linter(options).check(Lint.analyse(file));
	}
}

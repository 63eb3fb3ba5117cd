package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.model.Origin;

/** A fix that is offered makes its diagnostic go away, and brings no other. */
class RuleFixesTest {
	@TempDir
	private Path folder;

	static Stream<RuleInfo> rules() {
		return RuleCatalog.all().stream().filter(rule -> rule.fixSafety() != FixSafety.NONE);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void worksOnTheBadExample(RuleInfo rule) {
		Path file = folder.resolve("cluster.kaconf");
		String text = rule.bad().text();
		List<Diagnostic> before = Lint.check(file, text);
		List<Diagnostic> now = before;
		for (int i = 0; i < before.size() && find(rule, now).isPresent(); i++) {
			Diagnostic diagnostic = find(rule, now).orElseThrow();
			assertThat(diagnostic.fixes()).as(diagnostic.toString()).isNotEmpty();
			Fix fix = diagnostic.fixes().getFirst();
			assertThat(fix.safe()).isEqualTo(rule.fixSafety() == FixSafety.SAFE);
			text = Fixes.apply(fix, file.toString(), text);
			now = Lint.check(file, text);
		}
		assertThat(find(rule, now)).as(text).isEmpty();
		assertThat(now).as(text).hasSizeLessThan(before.size());
	}

	private static Optional<Diagnostic> find(RuleInfo rule, List<Diagnostic> diagnostics) {
		return diagnostics.stream().filter(diagnostic -> diagnostic.rule().equals(rule.id())).findFirst();
	}

	@Test
	void editsAreAppliedFromTheirPlacesInTheOldText() {
		Fix fix = Fix.safe("swap", new Edit(new Origin("a", 2, 1, 2, 4), "x"), new Edit(new Origin("a", 1, 1, 1, 1), "first "), new Edit(new Origin("b", 1, 1, 1, 4), "no"));

		assertThat(Fixes.apply(fix, "a", "one\ntwo\n")).isEqualTo("first one\nx\n");
	}

	@Test
	void editsThatOverlapAreRefused() {
		Fix fix = Fix.safe("twice", new Edit(new Origin("a", 1, 1, 1, 4), "x"), new Edit(new Origin("a", 1, 3, 1, 4), "y"));

		assertThatThrownBy(() -> Fixes.apply(fix, "a", "one\n")).hasMessageContaining("overlap");
	}
}

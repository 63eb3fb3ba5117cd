package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.report.RulePages;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** The rules as a whole. */
class RuleCatalogTest {
	private static final Path SOURCES = Path.of("src/main/java/org/kaconf/lint/rules");
	private static final Path PAGES = Path.of("../../docs/rules");
	private static final Map<RuleGroup, String> FIRST_DIGITS = Map.of(RuleGroup.SYNTAX, "KA10", RuleGroup.KEYWORD, "KA11", RuleGroup.VALUE, "KA12",
			RuleGroup.REFERENCE, "KA13", RuleGroup.INSTANCE, "KA2", RuleGroup.CLUSTER, "KA3", RuleGroup.FAILOVER, "KA4", RuleGroup.SCRIPT, "KA5",
			RuleGroup.SECURITY, "KA6", RuleGroup.STYLE, "KA9");

	@Test
	void everyRuleThatIsWrittenIsRegistered() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			List<String> written = files.filter(file -> file.toString().endsWith(".java")).filter(RuleCatalogTest::isRule)
					.map(file -> file.getFileName().toString().replace(".java", "")).sorted().toList();
			assertThat(RuleCatalog.rules().stream().map(rule -> rule.getClass().getSimpleName()).sorted()).containsExactlyElementsOf(written);
		}
	}

	private static boolean isRule(Path file) {
		try {
			return Files.readString(file).contains("RuleInfo.of(");
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void idsAndNamesAreUniqueAndIdsTellTheGroup() {
		assertThat(RuleCatalog.all()).extracting(RuleInfo::id).doesNotHaveDuplicates().allMatch(id -> id.matches("KA\\d{4}"));
		assertThat(RuleCatalog.all()).extracting(RuleInfo::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
		assertThat(RuleCatalog.all()).allSatisfy(rule -> assertThat(rule.id()).startsWith(FIRST_DIGITS.get(rule.group())));
	}

	@Test
	void aRuleLiesInThePackageOfItsGroup() {
		assertThat(RuleCatalog.rules()).allSatisfy(rule -> assertThat(rule.getClass().getPackageName()).endsWith("." + rule.info().group().word()));
	}

	@Test
	void everyKindOfProblemHasItsRule() {
		List<ProblemKind> kinds = RuleCatalog.rules().stream().filter(ProblemRule.class::isInstance).map(rule -> ((ProblemRule) rule).kind()).toList();
		assertThat(kinds).containsExactlyInAnyOrderElementsOf(Arrays.asList(ProblemKind.values()));
	}

	@Test
	void rulesAreFoundByIdAndName() {
		for (Rule rule : RuleCatalog.rules()) {
			assertThat(RuleCatalog.find(rule.info().id())).contains(rule.info());
			assertThat(RuleCatalog.find(rule.info().name())).contains(rule.info());
		}
		assertThat(RuleCatalog.find("KA0000")).isEmpty();
	}

	@Test
	void aRuleThatOffersAFixSaysSo() {
		assertThat(RuleCatalog.all()).allSatisfy(rule -> assertThat(rule.fix().contains("Offered")).as(rule.toString()).isEqualTo(rule.fixSafety() != FixSafety.NONE));
	}

	/** After a change of a rule: ./mvnw -pl plugins/org.kaconf.lint -am test -Dkaconf.update=true writes the pages. */
	@Test
	void thePagesSayWhatTheRulesSay() throws IOException {
		if (Boolean.getBoolean("kaconf.update")) {
			RulePages.main(new String[] {PAGES.toString()});
		}
		for (Map.Entry<String, String> page : RulePages.all().entrySet()) {
			assertThat(PAGES.resolve(page.getKey())).as("run with -Dkaconf.update=true").hasContent(page.getValue());
		}
		try (Stream<Path> present = Files.list(PAGES)) {
			assertThat(present.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(RulePages.all().keySet());
		}
	}
}

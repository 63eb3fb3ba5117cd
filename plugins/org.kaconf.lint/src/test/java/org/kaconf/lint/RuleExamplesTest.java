package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.model.Origin;

/** Each rule speaks about its bad example, where the example says so, and no rule about the good one. */
class RuleExamplesTest {
	private static final String ANY_CONFIGURATION = """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			}
			""";

	@TempDir
	private Path folder;

	static Stream<RuleInfo> rules() {
		return RuleCatalog.all().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void bad(RuleInfo rule) {
		Example example = rule.bad();
		List<Diagnostic> found = check(example);

		List<String> expected = example.marks().stream().map(mark -> example.line(mark.start()) + ":" + example.column(mark.start()) + " to "
				+ example.line(mark.end()) + ":" + example.column(mark.end())).toList();
		assertThat(expected).isNotEmpty();
		assertThat(found.stream().filter(diagnostic -> diagnostic.rule().equals(rule.id())).map(diagnostic -> range(diagnostic.origin())))
				.as("%s in %s", rule.id(), found).containsExactlyElementsOf(expected);
		assertThat(found.stream().map(Diagnostic::rule).distinct()).as("other rules: %s", found)
				.allMatch(id -> id.equals(rule.id()) || rule.accompanied().contains(id));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void good(RuleInfo rule) {
		assertThat(check(rule.good())).isEmpty();
	}

	private List<Diagnostic> check(Example example) {
		Lint.write(folder.resolve("cluster.kaconf"), ANY_CONFIGURATION);
		Lint.write(folder.resolve(example.file()), example.text());
		return Lint.check(Lint.analyse(folder.resolve("cluster.kaconf")));
	}

	private static String range(Origin origin) {
		return origin.line() + ":" + origin.column() + " to " + origin.endLine() + ":" + origin.endColumn();
	}
}

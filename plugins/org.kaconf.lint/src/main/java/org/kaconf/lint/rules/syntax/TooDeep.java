package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1010. */
public final class TooDeep extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1010", "too-deep", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports blocks within blocks beyond any depth that means something.")
			.why("The text is no configuration; what is inside is not read.")
			.bad("""
					global_defs {
					%s[[{]]
					%s}
					}
					""".formatted("{\n".repeat(59), "}\n".repeat(59)))
			.good("""
					global_defs {
					    router_id lb1
					}
					""")
			.fix("Remove the braces that open nothing.")
			.accompaniedBy("KA1009")
			.build();

	public TooDeep() {
		super(INFO, ProblemKind.TOO_DEEP);
	}
}

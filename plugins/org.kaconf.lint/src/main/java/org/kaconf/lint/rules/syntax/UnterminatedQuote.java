package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/** KA1004. */
public final class UnterminatedQuote extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1004", "unterminated-quote", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a quote that is not closed on its line.")
			.why("The rest of the line is lost; where the word was needed keepalived stops reading, and in a script line 2.2.7 even crashes.")
			.bad("""
					global_defs {
					    router_id [["lb1]]
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					global_defs {
					    router_id "lb1"
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Close the quote on the same line.")
			.keepalived(Verdict.complains("Unmatched quote"))
			.build();

	public UnterminatedQuote() {
		super(INFO, ProblemKind.UNTERMINATED_QUOTE);
	}
}

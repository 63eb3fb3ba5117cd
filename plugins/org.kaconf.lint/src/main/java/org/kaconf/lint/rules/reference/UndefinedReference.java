package org.kaconf.lint.rules.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kaconf.lang.Definition;
import org.kaconf.lang.Index;
import org.kaconf.lang.Reference;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lang.catalog.Similarity;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1301. */
public final class UndefinedReference extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA1301", "undefined-reference", RuleGroup.REFERENCE, Severity.ERROR)
			.what("Reports a name that nothing defines: a tracked script, a member of a sync group.")
			.why("keepalived ignores the line (\"track script not found, ignoring\"): nothing is tracked, and nothing fails over.")
			.bad("""
					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					}

					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        [[chk_nginks]]
					    }
					}
					""")
			.good("""
					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					}

					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Correct the name, or define what it names. Offered: a name spelt almost like it.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("track script chk_nginks not found"))
			.accompaniedBy("KA1304")
			.build();

	/** Kinds that have rules of their own. */
	private static final Set<String> OTHERS = Set.of(Index.VARIABLE, NameKind.NODE.id());

	public UndefinedReference() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Reference reference : subject.analysis().references()) {
			if (reference.definition() == null && !OTHERS.contains(reference.kind()) && !reference.name().contains("$")) {
				report(reference, subject, findings);
			}
		}
	}

	private static void report(Reference reference, Subject subject, Findings findings) {
		List<String> names = subject.analysis().definitions().stream().filter(definition -> definition.kind().equals(reference.kind()))
				.map(Definition::name).distinct().toList();
		Optional<String> close = Similarity.closest(reference.name(), names);
		String hint = close.map(name -> "did you mean " + name + "?").orElse("define it or correct the name");
		Finding finding = findings.report(reference.origin(), "There is no " + NameKind.of(reference.kind()).title() + " '" + reference.name() + "'; " + hint);
		close.ifPresent(name -> finding.fix("Change to " + name, reference.origin(), name));
	}
}

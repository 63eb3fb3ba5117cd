package org.kaconf.lint.rules.reference;

import java.util.Set;

import org.kaconf.lang.Definition;
import org.kaconf.lang.Reference;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;

/** KA1302. */
public final class UsedBeforeDefinition extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA1302", "used-before-definition", RuleGroup.REFERENCE, Severity.ERROR)
			.what("Reports a tracked script, process, file or BFD session that is defined after the line that uses it.")
			.why("keepalived reads from top to bottom: where it is used it does not exist yet, and so it is not tracked"
					+ " (\"track script not found, ignoring\"). A message in the log at the start is all one sees.")
			.bad("""
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
					        [[chk_nginx]]
					    }
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					}
					""")
			.good("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
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
			.fix("Move the definition above its first use.")
			.keepalived(Verdict.complains("track script chk_nginx not found"))
			.build();
	private static final Set<String> ORDERED = Set.of(NameKind.SCRIPT.id(), NameKind.PROCESS.id(), NameKind.FILE.id(), NameKind.BFD.id());

	public UsedBeforeDefinition() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Reference reference : subject.analysis().references()) {
			Definition definition = reference.definition();
			if (definition != null && ORDERED.contains(reference.kind()) && isAfter(definition.origin(), reference.origin())
					&& noneBefore(reference, subject)) {
				findings.report(reference.origin(), "'" + reference.name() + "' is defined below, so that keepalived does not know it here and ignores it;"
						+ " move the definition up").related(definition.origin(), "defined here");
			}
		}
	}

	private static boolean noneBefore(Reference reference, Subject subject) {
		return subject.analysis().definitions().stream().filter(other -> other.kind().equals(reference.kind()) && other.name().equals(reference.name()))
				.allMatch(other -> isAfter(other.origin(), reference.origin()));
	}

	private static boolean isAfter(Origin one, Origin other) {
		return one.file().equals(other.file()) && (one.line() > other.line() || one.line() == other.line() && one.column() > other.column());
	}
}

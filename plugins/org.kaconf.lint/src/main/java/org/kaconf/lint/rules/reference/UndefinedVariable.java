package org.kaconf.lint.rules.reference;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.Definition;
import org.kaconf.lang.Index;
import org.kaconf.lang.Predefined;
import org.kaconf.lang.catalog.Similarity;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Variables;
import org.kaconf.model.Origin;

/** KA1305. */
public final class UndefinedVariable extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1305", "undefined-variable", RuleGroup.REFERENCE, Severity.ERROR)
			.what("Reports $NAME or ${NAME} where no such definition is in force.")
			.why("keepalived leaves the text as it is: $NAME is the value, and the braces of ${NAME} open a block and close the one it stands in, so that all"
					+ " that follows there is lost. Kaconf reads on as if it had a value. '$NAME = value' with blanks defines nothing.")
			.bad("""
					$VRID=51

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id ${VRID}
					    virtual_ipaddress {
					        192.0.2.10/24 dev [[${DEVICE}]]
					    }
					}
					""")
			.good("""
					$VRID=51
					$DEVICE=eth0

					vrrp_instance VI_1 {
					    interface ${DEVICE}
					    virtual_router_id ${VRID}
					    virtual_ipaddress {
					        192.0.2.10/24 dev ${DEVICE}
					    }
					}
					""")
			.fix("Define it above its use, or correct the name. Predefined are " + Predefined.listing(true) + " in a cluster, and "
					+ Predefined.listing(false) + " everywhere.")
			.build();

	public UndefinedVariable() {
		super(INFO, SiteIndex::withSign);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!site.isEntry() && site.keyword().isEmpty() && site.statement().getKeyword() != null) {
			if (definesWithBlanks(site)) {
				String name = site.statement().getKeyword();
				report(findings, site, site.keywordOrigin(), "blanks in front of '=' define nothing; write " + name + "=" + String.join(" ", site.words().subList(1, site.words().size())));
				return;
			}
			undefined(site.statement().getKeyword()).ifPresent(use -> report(findings, site, site.keywordOrigin(), use, subject));
		}
		if (site.keyword().isPresent() && site.keyword().get().syntax().rereadsLine()) {
			return;
		}
		for (int i = 0; i < site.words().size(); i++) {
			Optional<Variables.Use> use = undefined(site.words().get(i));
			if (use.isPresent()) {
				report(findings, site, site.wordOrigin(i), use.get(), subject);
			}
		}
	}

	private static Optional<Variables.Use> undefined(String word) {
		return Variables.find(word).filter(use -> use.ofStart().isEmpty());
	}

	private static boolean definesWithBlanks(Site site) {
		return site.statement().getKeyword().startsWith("$") && !site.words().isEmpty() && site.words().getFirst().equals("=");
	}

	private void report(Findings findings, Site site, Origin place, Variables.Use use, Subject subject) {
		report(findings, site, place, "'" + use.text() + "' is not defined here and stays as it is; " + remedy(use.name(), subject));
	}

	private static String remedy(String name, Subject subject) {
		Optional<String> ofNode = Predefined.of(name).flatMap(Predefined::remedy);
		if (ofNode.isEmpty()) {
			return "define " + name + " above" + hint(name, subject);
		}
		return subject.analysis().hasClusterBlock() ? ofNode.get() : "it belongs to the nodes of a cluster block, which the file does not have";
	}

	private static String hint(String name, Subject subject) {
		List<String> names = subject.analysis().definitions().stream().filter(definition -> definition.kind().equals(Index.VARIABLE))
				.map(Definition::name).distinct().toList();
		return Similarity.closest(name, names).filter(close -> !close.equals(name)).map(close -> ", or did you mean " + close + "?").orElse("");
	}
}

package org.kaconf.lint.rules.reference;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.Regions;
import org.kaconf.lang.SourceFile;
import org.kaconf.lang.catalog.Similarity;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;

import org.eclipse.xtext.util.ITextRegion;

/** KA1306. */
public final class UnknownNode extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA1306", "unknown-node", RuleGroup.REFERENCE, Severity.WARNING)
			.what("Reports a line for a node, @lb3 or @^lb3, that the cluster does not have.")
			.why("The line with @ is for nobody and the one with @^ for everybody: a slip of the pen makes a node lose its settings in silence.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    [[@lb02]] priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Correct the name, or add the node to the cluster. Offered: a node whose name is spelt almost like it.", FixSafety.UNSAFE)
			.build();

	public UnknownNode() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		if (!subject.analysis().hasClusterBlock()) {
			return;
		}
		List<String> nodes = subject.cluster().nodes().stream().map(Node::name).toList();
		for (SourceFile file : subject.analysis().files()) {
			file.ast().eAllContents().forEachRemaining(element -> {
				if (element instanceof Statement statement && statement.getCondition() != null) {
					check(statement, file, nodes, findings);
				}
			});
		}
	}

	private static void check(Statement statement, SourceFile file, List<String> nodes, Findings findings) {
		String name = statement.getCondition().strip().replaceFirst("^@\\^?", "");
		if (nodes.contains(name)) {
			return;
		}
		ITextRegion region = Regions.of(statement, KaconfPackage.Literals.STATEMENT__CONDITION);
		Origin origin = file.origin(region.getOffset(), region.getLength());
		Optional<String> close = Similarity.closest(name, nodes);
		Finding finding = findings.report(origin, "The cluster has no node '" + name + "'" + close.map(node -> "; did you mean " + node + "?").orElse("; correct the name or add the node"));
		close.ifPresent(node -> finding.fix("Change to " + node, origin, statement.getCondition().replace(name, node)));
	}
}

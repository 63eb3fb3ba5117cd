package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.Analysis;
import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.SourceFile;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.kaconf.ClusterBlock;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.KeepalivedVersion;

/** All statements the catalog has something to say about, in the order of the text, node by node. */
public final class Sites {
	private final Catalog catalog;
	private final KeepalivedVersion version;
	private final List<Site> sites = new ArrayList<>();

	private Sites(Analysis analysis) {
		this.catalog = analysis.catalog();
		this.version = analysis.cluster().keepalivedVersion();
	}

	public static List<Site> of(Analysis analysis) {
		Sites collector = new Sites(analysis);
		for (SourceFile file : analysis.files()) {
			List<Statement> clusters = file.ast().getStatements().stream().filter(ClusterBlock.class::isInstance).toList();
			collector.walk(clusters, null, null, region -> file.origin(region.getOffset(), region.getLength()));
		}
		for (NodeView node : analysis.nodes()) {
			collector.walk(node.ast().getStatements(), null, node.name(), node::origin);
		}
		return List.copyOf(collector.sites);
	}

	/** Inside a block the catalog does not know nothing can be said; a brace without a keyword opens no block at all. */
	private void walk(List<Statement> statements, Site parent, String node, Site.Places places) {
		BlockKind context = parent == null ? catalog.root() : BlockKinds.opened(parent.statement(), catalog).orElse(null);
		if (context == null) {
			return;
		}
		for (Statement statement : statements) {
			if (statement.getKeyword() == null) {
				if (statement.getBlock() != null) {
					walk(statement.getBlock().getStatements(), parent, node, places);
				}
				continue;
			}
			Site site = new Site(statement, context, parent, node, places, version);
			sites.add(site);
			if (statement.getBlock() != null) {
				walk(statement.getBlock().getStatements(), site, node, places);
			}
		}
	}
}

package org.kaconf.generator.conf;

import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.SourceNames;
import org.kaconf.generator.script.CheckPlacement;
import org.kaconf.lang.NodeView;
import org.kaconf.model.Script;

/** Writes the keepalived.conf of a node. */
public final class KeepalivedConf {
	private KeepalivedConf() {
	}

	/**
	 * The whole text.
	 *
	 * @throws GeneratorException when keepalived could not be told of a check script
	 */
	public static String render(NodeView node, SourceNames names, CheckPlacement placement) throws GeneratorException {
		for (Script script : node.model().scripts()) {
			if (script.check() != null && !ScriptPath.isPossible(placement.path(script))) {
				throw new GeneratorException(script.origins().element(), "the check script would be " + placement.path(script)
						+ ", a path that keepalived cannot read; choose a folder without quotes, backslashes and dollars");
			}
		}
		return new ConfTemplate(node, names, placement).render();
	}
}

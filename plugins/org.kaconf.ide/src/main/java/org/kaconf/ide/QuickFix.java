package org.kaconf.ide;

import java.util.List;

/**
 * A repair the user can choose.
 *
 * @param safe whether it keeps what the configuration means apart from the fault; such fixes may be applied together
 */
public record QuickFix(String title, List<TextEdit> edits, boolean safe) {
	public QuickFix {
		edits = List.copyOf(edits);
	}
}

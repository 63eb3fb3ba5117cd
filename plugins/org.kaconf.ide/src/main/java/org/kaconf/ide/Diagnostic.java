package org.kaconf.ide;

import java.util.List;

/**
 * A finding of the checks in the text of one snapshot.
 *
 * @param offset start of the marked range; always inside the text
 * @param length at least 1 unless the text is empty
 * @param rule identifier such as {@code KA1203}
 * @param name its name in kebab case
 * @param message one sentence
 */
public record Diagnostic(int offset, int length, Severity severity, String rule, String name, String message, List<Related> related,
		List<QuickFix> fixes) {
	/** Another place the finding speaks about, in this file or another. */
	public record Related(Target place, String message) {
	}

	public Diagnostic {
		related = List.copyOf(related);
		fixes = List.copyOf(fixes);
	}
}

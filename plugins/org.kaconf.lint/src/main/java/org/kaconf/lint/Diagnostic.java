package org.kaconf.lint;

import java.util.Comparator;
import java.util.List;

import org.kaconf.model.Origin;

/**
 * A finding of a rule at a place in the text.
 *
 * @param origin where; {@link Origin#NONE} only for what has no place in any file
 * @param rule id of the rule, {@code KA1203}
 * @param name name of the rule, {@code value-out-of-range}
 * @param message one line: what is wrong and what to do
 */
public record Diagnostic(Origin origin, Severity severity, String rule, String name, String message, List<Related> related,
		List<Fix> fixes) {
	/** By place, then by rule. */
	public static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing((Diagnostic d) -> d.origin().file())
			.thenComparingInt(d -> d.origin().line()).thenComparingInt(d -> d.origin().column()).thenComparing(Diagnostic::rule)
			.thenComparing(Diagnostic::message);

	public Diagnostic {
		related = List.copyOf(related);
		fixes = List.copyOf(fixes);
	}

	public Diagnostic withSeverity(Severity other) {
		return new Diagnostic(origin, other, rule, name, message, related, fixes);
	}

	/** {@code file:line:column: severity: message [rule name]}. */
	@Override
	public String toString() {
		return (origin.file().isEmpty() ? "" : origin + ": ") + severity.word() + ": " + message + " [" + rule + " " + name + "]";
	}
}

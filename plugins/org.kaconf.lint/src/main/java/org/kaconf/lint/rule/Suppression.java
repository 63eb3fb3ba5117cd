package org.kaconf.lint.rule;

import java.util.List;

import org.kaconf.model.Origin;

/**
 * A comment that silences rules for one line: {@code # kaconf: ignore KA1203 the reason}.
 *
 * @param origin the comment
 * @param line the line it is about, counted from 1
 * @param rules ids of the rules it names
 * @param unknown words in the place of rules that are none
 * @param reason empty when it is missing
 */
public record Suppression(Origin origin, int line, List<String> rules, List<String> unknown, String reason) {
	public Suppression {
		rules = List.copyOf(rules);
		unknown = List.copyOf(unknown);
	}

	/** Whether it silences a finding of that rule there. Without a reason it silences nothing. */
	public boolean covers(String rule, Origin place) {
		return !reason.isEmpty() && rules.contains(rule) && place.file().equals(origin.file()) && place.line() == line;
	}
}

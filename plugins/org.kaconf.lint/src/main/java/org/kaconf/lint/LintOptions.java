package org.kaconf.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.kaconf.lint.rule.RuleInfo;

/**
 * Wishes for one run; they go before what kaconf.properties says.
 *
 * @param levels by rule id
 * @param settingsFiles whether kaconf.properties files are read
 */
public record LintOptions(Map<String, Level> levels, boolean settingsFiles) {
	public static final LintOptions DEFAULT = new LintOptions(Map.of(), true);

	public LintOptions {
		levels = Map.copyOf(levels);
	}

	/**
	 * Reads wishes such as {@code KA1203=off} or {@code weight-too-small=warning}.
	 *
	 * @throws IllegalArgumentException with a one-line message when one cannot be read
	 */
	public static LintOptions of(Collection<String> wishes) {
		Map<String, Level> levels = new HashMap<>();
		for (String wish : wishes) {
			int equals = wish.indexOf('=');
			if (equals < 0) {
				throw new IllegalArgumentException("'" + wish + "' sets no severity; write RULE=off|info|warning|error");
			}
			String rule = wish.substring(0, equals).strip();
			String level = wish.substring(equals + 1).strip();
			RuleInfo info = RuleCatalog.find(rule).orElseThrow(() -> new IllegalArgumentException("There is no rule '" + rule + "'; docs/rules lists them"));
			levels.put(info.id(), Level.of(level)
					.orElseThrow(() -> new IllegalArgumentException("'" + level + "' is no severity for " + rule + "; write off, info, warning or error")));
		}
		return new LintOptions(levels, true);
	}
}

package org.kaconf.lint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page docs/verdicts.md. */
final class VerdictsPage {
	private VerdictsPage() {
	}

	static String of(Map<VerdictCase, Verdicts> verdicts) {
		StringBuilder page = new StringBuilder("""
				# Verdicts

				What keepalived 2.2.7 says of small configurations with `keepalived -t`, and what Kaconf says. Made by `VerdictsTest` from the cases in
				`plugins/org.kaconf.lint/src/test/resources/verdicts`; edit them there.

				They agree when Kaconf has a finding at the line of each message about the text, and keepalived reports each error that the
				[rules](rules/README.md) say it reports. Messages about the machine (interfaces, scripts and users it does not have) do not count,
				nor do those that continue another. A message without a line, or with that of the end of a block, agrees with the finding that says
				the same at the line it is about.

				""");
		Map<String, List<Map.Entry<VerdictCase, Verdicts>>> groups = verdicts.entrySet().stream().collect(Collectors.groupingBy(entry -> entry.getKey().group(), TreeMap::new, Collectors.toList()));
		page.append("| group | cases | keepalived says something | messages | agree | different, with a reason |\n|---|---|---|---|---|---|\n");
		groups.forEach((group, cases) -> row(page, group, cases));
		row(page, "all", List.copyOf(verdicts.entrySet()));
		page.append("\n## Differences\n\n");
		verdicts.forEach((one, verdict) -> {
			if (!verdict.agree()) {
				difference(page, one, verdict);
			}
		});
		groups.forEach((group, cases) -> {
			page.append("## ").append(group).append("\n\n| case | keepalived | Kaconf |\n|---|---|---|\n");
			cases.forEach(entry -> page.append("| ").append(code(entry.getKey().lines())).append(" | ").append(theirs(entry.getValue().theirs())).append(" | ").append(ours(entry.getValue())).append(" |\n"));
			page.append('\n');
		});
		return page.toString();
	}

	private static void row(StringBuilder page, String group, List<Map.Entry<VerdictCase, Verdicts>> cases) {
		long loud = cases.stream().filter(entry -> !entry.getValue().theirs().isEmpty()).count();
		long messages = cases.stream().mapToLong(entry -> entry.getValue().theirs().size()).sum();
		long agree = cases.stream().filter(entry -> entry.getValue().agree()).count();
		page.append("| ").append(group).append(" | ").append(cases.size()).append(" | ").append(loud).append(" | ").append(messages).append(" | ").append(agree).append(" | ").append(cases.size() - agree)
				.append(" |\n");
	}

	private static void difference(StringBuilder page, VerdictCase one, Verdicts verdict) {
		page.append("- ").append(one.group()).append(": ").append(code(one.lines())).append("  \n  ").append(one.reason()).append('\n');
		if (!verdict.missed().isEmpty()) {
			page.append("  Only keepalived: ").append(theirs(verdict.missed())).append('\n');
		}
		if (!verdict.unconfirmed().isEmpty()) {
			page.append("  Only Kaconf: ").append(verdict.unconfirmed().stream().map(Diagnostic::rule).collect(Collectors.joining(", "))).append('\n');
		}
	}

	private static String theirs(List<RealKeepalived.Message> messages) {
		return messages.stream().map(RealKeepalived.Message::text).map(VerdictsPage::cell).distinct().collect(Collectors.joining("<br>"));
	}

	private static String ours(Verdicts verdict) {
		return verdict.ours().stream().map(diagnostic -> diagnostic.rule() + " " + diagnostic.severity().word()).distinct().collect(Collectors.joining("<br>"));
	}

	private static String code(String lines) {
		return "`" + lines.strip().replaceAll("\\s*\n\\s*", " ⏎ ").replace("|", "\\|") + "`";
	}

	private static String cell(String text) {
		return text.replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;");
	}
}

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
				the same at the line it is about. The cases name each message in which the two differ, with the reason; any other difference fails the test.

				Three things are read otherwise on purpose, and reported:

				- Of a line of more than 1023 bytes keepalived 2.2.7 reads the rest as a line of its own. Kaconf reads one line ([KA1005](rules/KA1005-line-too-long.md)).
				- `include a\\#b` names the file a#b. Everywhere else `\\#` begins a comment, and Kaconf takes it for one here too: the file a is missing ([KA1011](rules/KA1011-missing-include.md)).
				- `include_check` makes errors of missing files. Kaconf reports those that an include names without a wildcard whatever it says (KA1011); of a wildcard
				  without a match it says nothing but behind `includew` and `includea`.

				""");
		Map<String, List<Map.Entry<VerdictCase, Verdicts>>> groups = verdicts.entrySet().stream().collect(Collectors.groupingBy(entry -> entry.getKey().group(), TreeMap::new, Collectors.toList()));
		page.append("| group | cases | keepalived says something | messages | agree | different, with a reason |\n|---|---|---|---|---|---|\n");
		groups.forEach((group, cases) -> row(page, group, cases));
		row(page, "all", List.copyOf(verdicts.entrySet()));
		page.append("\n## Differences\n\n");
		verdicts.forEach((one, verdict) -> {
			if (!verdict.agree()) {
				difference(page, one);
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

	private static void difference(StringBuilder page, VerdictCase one) {
		page.append("- ").append(one.group()).append(": ").append(code(one.lines())).append("  \n");
		for (VerdictCase.Difference difference : one.differences()) {
			page.append("  ").append(difference.reason()).append('\n');
			only(page, "keepalived", difference.said(VerdictCase.ONLY_KEEPALIVED));
			only(page, "Kaconf", difference.said(VerdictCase.ONLY_KACONF));
		}
	}

	private static void only(StringBuilder page, String who, List<String> said) {
		if (!said.isEmpty()) {
			page.append("  Only ").append(who).append(": ").append(said.stream().map(VerdictsPage::cell).collect(Collectors.joining("<br>"))).append('\n');
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

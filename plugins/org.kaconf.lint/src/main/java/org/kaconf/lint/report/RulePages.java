package org.kaconf.lint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.kaconf.lang.ForeignBytes;
import org.kaconf.lint.RuleCatalog;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/**
 * The pages of docs/rules, made from what each rule says of itself. Run it with the folder to write to; files there that are no rule's
 * page any more are removed.
 */
public final class RulePages {
	private static final String INDEX = "README.md";

	private RulePages() {
	}

	/** File name and text of every page. */
	public static Map<String, String> all() {
		Map<String, String> pages = new TreeMap<>();
		pages.put(INDEX, index());
		RuleCatalog.all().forEach(rule -> pages.put(rule.page(), page(rule)));
		return pages;
	}

	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		Files.createDirectories(folder);
		Map<String, String> pages = all();
		try (Stream<Path> present = Files.list(folder)) {
			for (Path file : present.filter(path -> path.toString().endsWith(".md") && !pages.containsKey(path.getFileName().toString())).toList()) {
				Files.delete(file);
			}
		}
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Files.writeString(folder.resolve(page.getKey()), page.getValue());
		}
	}

	private static String index() {
		StringBuilder out = new StringBuilder("""
				# The rules

				Made from the rules themselves (`org.kaconf.lint`); edit them there. *Error* means: keepalived refuses it, ignores what was
				written, or VRRP cannot work.

				A finding is silenced by a comment on its line or on a line above it, with a reason: `# kaconf: ignore KA3010 they may take turns`.
				`kaconf.properties`, in the folder of the configuration or above it, sets severities: `KA3010=off`, or by name
				`equal-priorities=info`; possible are off, info, warning, error. `keepalived_version=2.2.7` there says which release is
				meant where neither the run nor the cluster block does.
				""");
		for (RuleGroup group : RuleGroup.values()) {
			List<RuleInfo> rules = RuleCatalog.all().stream().filter(rule -> rule.group() == group).toList();
			if (rules.isEmpty()) {
				continue;
			}
			out.append("\n## ").append(group.word()).append("\n\n").append(group.description()).append("\n\n");
			out.append("| rule | name | severity | fix | keepalived itself |\n|---|---|---|---|---|\n");
			for (RuleInfo rule : rules) {
				out.append("| [").append(rule.id()).append("](").append(rule.page()).append(") | ").append(rule.name()).append(" | ")
						.append(rule.severity().word()).append(" | ").append(rule.fixSafety().name().toLowerCase(Locale.ROOT)).append(" | ")
						.append(rule.keepalived().answer().words()).append(" |\n");
			}
		}
		return out.toString();
	}

	private static String page(RuleInfo rule) {
		StringBuilder out = new StringBuilder();
		out.append("# ").append(rule.id()).append(' ').append(rule.name()).append("\n\n");
		out.append("Group ").append(rule.group().word()).append(", ").append(rule.severity().word()).append(" by default, keepalived versions: ")
				.append(rule.versions()).append(".\n\n");
		out.append("## What it does\n\n").append(rule.what()).append("\n\n");
		out.append("## Why it matters\n\n").append(rule.why()).append("\n\n");
		out.append("## Bad\n\n").append(code(rule.bad())).append(places(rule.bad()));
		out.append("\n## Good\n\n").append(code(rule.good()));
		out.append("\n## Fix\n\n").append(rule.fix()).append("\n\n").append(rule.fixSafety().description()).append('\n');
		out.append("\n## keepalived itself\n\nkeepalived ").append(rule.keepalived().answer().words());
		if (rule.keepalived().message() != null) {
			out.append(": `").append(rule.keepalived().message()).append('`');
		}
		return out.append(".\n").toString();
	}

	private static String code(Example example) {
		String text = visible(example.text());
		return "```\n" + text + (text.endsWith("\n") || text.isEmpty() ? "" : "\n") + "```\n";
	}

	private static String places(Example example) {
		List<String> places = example.marks().stream().map(mark -> {
			String marked = visible(example.text().substring(mark.start(), mark.end())).lines().findFirst().orElse("");
			return "line " + example.line(mark.start()) + (marked.isBlank() ? "" : ", at `" + marked + "`");
		}).toList();
		return "\nReported at " + String.join("; ", places) + ".\n";
	}

	private static String visible(String text) {
		return ForeignBytes.show(text.replace("\ufeff", "<U+FEFF>"));
	}
}

package org.kaconf.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Suppression;
import org.kaconf.model.Origin;

/** Finds the comments that silence rules. */
final class SuppressionReader {
	private static final Pattern COMMENT = Pattern.compile("[#!]\\s*kaconf:\\s*ignore\\b(.*)$");
	private static final Pattern ID = Pattern.compile("KA\\d+");

	private SuppressionReader() {
	}

	/** Each with the line it is about: its own, or, when it has a line to itself, the next one with a statement. */
	static List<Suppression> read(String file, String text) {
		List<Suppression> found = new ArrayList<>();
		List<String> lines = text.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			int comment = commentStart(line);
			Matcher m = comment < 0 ? null : COMMENT.matcher(line).region(comment, line.length());
			if (m != null && m.lookingAt()) {
				boolean alone = line.substring(0, comment).isBlank();
				Origin origin = new Origin(file, i + 1, comment + 1, i + 1, line.stripTrailing().length() + 1);
				found.add(read(origin, alone ? nextStatement(lines, i) : i + 1, m.group(1).strip()));
			}
		}
		return found;
	}

	private static Suppression read(Origin origin, int line, String words) {
		List<String> rules = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		List<String> reason = new ArrayList<>();
		for (String word : words.isEmpty() ? new String[0] : words.split("[\\s,]+")) {
			Optional<RuleInfo> rule = reason.isEmpty() ? RuleCatalog.find(word) : Optional.empty();
			if (rule.isPresent()) {
				rules.add(rule.get().id());
			} else if (reason.isEmpty() && (ID.matcher(word).matches() || rules.isEmpty() && unknown.isEmpty())) {
				unknown.add(word);
			} else {
				reason.add(word);
			}
		}
		return new Suppression(origin, line, rules, unknown, String.join(" ", reason));
	}

	private static int nextStatement(List<String> lines, int from) {
		for (int i = from + 1; i < lines.size(); i++) {
			int comment = commentStart(lines.get(i));
			if (!(comment < 0 ? lines.get(i) : lines.get(i).substring(0, comment)).isBlank()) {
				return i + 1;
			}
		}
		return from + 1;
	}

	/** Where the comment of a line starts, -1 when it has none: at the first # or ! outside double quotes. */
	private static int commentStart(String line) {
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			} else if (!quoted && (c == '#' || c == '!')) {
				return i;
			}
		}
		return -1;
	}
}

package org.kaconf.ide;

import java.util.List;
import java.util.StringJoiner;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Option;

/** What the catalog says, as Markdown. */
final class Markdown {
	private Markdown() {
	}

	static String keyword(Keyword keyword) {
		StringJoiner paragraphs = new StringJoiner("\n\n");
		paragraphs.add("**" + code(keyword.signature()) + "**");
		if (keyword.isDeprecated()) {
			paragraphs.add("*Deprecated.* " + deprecation(keyword));
		}
		if (keyword.description() != null && !keyword.description().isBlank()) {
			paragraphs.add(keyword.description());
		}
		String facts = facts(keyword);
		if (!facts.isEmpty()) {
			paragraphs.add(facts);
		}
		String options = options(keyword.options());
		if (!options.isEmpty()) {
			paragraphs.add("Options:\n" + options);
		}
		return paragraphs.toString();
	}

	private static String deprecation(Keyword keyword) {
		StringJoiner sentence = new StringJoiner(" ");
		if (keyword.deprecated() != null) {
			sentence.add(keyword.deprecated());
		}
		if (keyword.replacedBy() != null) {
			sentence.add("Use " + code(keyword.replacedBy()) + ".");
		}
		return sentence.toString();
	}

	private static String facts(Keyword keyword) {
		StringJoiner list = new StringJoiner("\n");
		if (keyword.defaultValue() != null) {
			list.add("- Default: " + code(keyword.defaultValue()));
		}
		if (keyword.unit() != null) {
			list.add("- Unit: " + keyword.unit());
		}
		if (keyword.aliasOf() != null) {
			list.add("- Another spelling of " + code(keyword.aliasOf()));
		}
		if (keyword.since() != null) {
			list.add("- Since keepalived " + keyword.since());
		}
		if (keyword.removed() != null) {
			list.add("- Gone since keepalived " + keyword.removed());
		}
		if (keyword.feature() != null) {
			list.add("- Needs a keepalived built with " + code(keyword.feature()));
		}
		if (keyword.extension()) {
			list.add("- Kaconf's own; it is not written to a keepalived.conf");
		}
		return list.toString();
	}

	private static String options(List<Option> options) {
		StringJoiner list = new StringJoiner("\n");
		options.stream().filter(o -> o.aliasOf() == null).forEach(o -> list.add("- " + option(o)));
		return list.toString();
	}

	static String option(Option option) {
		boolean described = option.description() != null && !option.description().isBlank();
		String text = code(option.signature()) + (described ? ": " + option.description() : "");
		return text + (option.since() == null ? "" : " (since keepalived " + option.since() + ")")
				+ (option.replacedBy() == null ? "" : " (deprecated, use " + code(option.replacedBy()) + ")");
	}

	static String block(BlockKind kind) {
		String title = "**" + kind.title() + "**";
		String entry = kind.entry().map(e -> "\n\nEach line: " + code(e.signature())).orElse("");
		boolean described = kind.description() != null && !kind.description().isBlank();
		return title + (described ? "\n\n" + kind.description() : "") + entry;
	}

	static String code(String text) {
		return text.indexOf('`') >= 0 ? "`` " + text + " ``" : "`" + text + "`";
	}
}

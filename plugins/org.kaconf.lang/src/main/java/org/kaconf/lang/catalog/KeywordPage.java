package org.kaconf.lang.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.model.KeepalivedVersion;

/** The reference of one kind of block: the newest form of each keyword, then what older releases did differently. */
final class KeywordPage {
	private final Catalog catalog;
	private final BlockKind block;
	/** The build option that all keywords need, null when they differ; it is said once. */
	private final String commonFeature;
	private final StringBuilder text = new StringBuilder();

	KeywordPage(Catalog catalog, BlockKind block) {
		this.catalog = catalog;
		this.block = block;
		Set<Optional<String>> features = block.keywords().stream().map(keyword -> Optional.ofNullable(keyword.feature())).collect(Collectors.toSet());
		this.commonFeature = features.size() == 1 ? features.iterator().next().orElse(null) : null;
	}

	/** Markdown. */
	String text() {
		text.append("# ").append(block.id()).append("\n\n").append(block.title()).append(block.extension() ? " (*Kaconf*)" : "").append(". ")
				.append(block.description()).append("\n\n");
		List<String> places = catalog.everything().stream().flatMap(parent -> parent.keywords().stream().filter(this::opens)
				.map(keyword -> "[" + keyword.name() + "](" + KeywordPages.fileName(parent.id()) + "#" + anchor(keyword) + ") in " + parent.id())).toList();
		if (!places.isEmpty())
			text.append("Opened by ").append(String.join(", ", places)).append(".\n\n");
		if (commonFeature != null)
			text.append("All of it needs a keepalived built with ").append(commonFeature).append(".\n\n");
		block.entry().ifPresent(this::entry);
		block.keywords().forEach(this::keyword);
		return text.toString().stripTrailing() + "\n";
	}

	private boolean opens(Keyword keyword) {
		return block.id().equals(keyword.block()) || keyword.variants().stream().anyMatch(variant -> block.id().equals(variant.block()));
	}

	private void entry(Entry entry) {
		text.append("    ").append(entry.signature()).append("\n\n");
		values(entry.arguments());
		options(entry.options());
	}

	private void keyword(Keyword history) {
		Keyword keyword = history.at(Releases.NEWEST).orElse(history);
		text.append("## ").append(keyword.name()).append("\n\n    ").append(keyword.signature()).append("\n\n").append(keyword.description()).append("\n\n");
		values(keyword.arguments());
		options(keyword.options());
		variants(keyword);
		String facts = Stream.concat(facts(keyword).stream(), changes(history).stream()).map(fact -> "- " + fact + "\n").collect(Collectors.joining());
		if (!facts.isEmpty())
			text.append(facts).append('\n');
	}

	private void variants(Keyword keyword) {
		for (Keyword variant : keyword.variants()) {
			text.append("- `").append(keyword.name()).append(' ').append(variant.signature()).append("`: ").append(variant.description());
			if (variant.block() != null)
				text.append(" See ").append(link(variant.block())).append('.');
			text.append('\n');
		}
		if (!keyword.variants().isEmpty())
			text.append('\n');
	}

	private List<String> facts(Keyword keyword) {
		List<String> facts = new ArrayList<>();
		if (keyword.extension())
			facts.add("*Kaconf*: not written to a keepalived.conf");
		if (keyword.block() != null)
			facts.add("Block: " + link(keyword.block()));
		if (keyword.defaultValue() != null)
			facts.add("Default: " + keyword.defaultValue());
		if (keyword.unit() != null)
			facts.add("Unit: " + keyword.unit());
		Optional.ofNullable(count(keyword.cardinality())).ifPresent(facts::add);
		if (keyword.aliasOf() != null)
			facts.add("Same as `" + keyword.aliasOf() + "`");
		if (keyword.feature() != null && commonFeature == null)
			facts.add("Needs a keepalived built with " + keyword.feature());
		return facts;
	}

	/** How often it may stand, where that is not what everybody expects. */
	private static String count(Cardinality cardinality) {
		return switch (cardinality) {
		case ONE_REQUIRED -> "Required";
		case MANY -> "May be repeated";
		case MANY_REQUIRED -> "Required, may be repeated";
		case FIRST_WINS -> "When repeated, the first one counts";
		case LAST_WINS, ONE -> null;
		};
	}

	/** What is different in older or newer releases. */
	private static List<String> changes(Keyword history) {
		List<String> changes = new ArrayList<>();
		if (history.since() != null)
			changes.add("Since keepalived " + history.since());
		if (history.removed() != null)
			changes.add("Gone since keepalived " + history.removed());
		for (Argument argument : history.arguments())
			if (argument.since() != null)
				changes.add("`" + argument.name() + "` since keepalived " + argument.since());
		Keyword before = history.at(Objects.requireNonNullElse(history.since(), Releases.OLDEST)).orElse(history);
		for (Keyword.Revision revision : history.revisions()) {
			if (revision.syntax() != null)
				changes.add("Before keepalived " + revision.since() + ": `" + before.signature() + "`");
			if (revision.defaultValue() != null)
				changes.add("Default before keepalived " + revision.since() + ": " + Objects.requireNonNullElse(before.defaultValue(), "none"));
			if (revision.deprecated() != null)
				changes.add("Deprecated since keepalived " + revision.since() + ": " + advice(revision.deprecated(), revision.replacedBy()));
			before = history.at(revision.since()).orElse(before);
		}
		if (history.isDeprecated())
			changes.add("Deprecated: " + advice(history.deprecated(), history.replacedBy()));
		return changes;
	}

	private static String advice(String why, String replacedBy) {
		return Stream.of(why, replacedBy == null ? null : "use `" + replacedBy + "` instead").filter(Objects::nonNull).collect(Collectors.joining("; "));
	}

	/** The words of enumerations that are too long for the signature. */
	private void values(List<Argument> arguments) {
		for (Argument argument : arguments)
			if (argument.type() instanceof EnumerationType type && !argument.signature().contains("|"))
				text.append(argument.name()).append(" is one of ")
						.append(type.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "))).append(".\n\n");
	}

	private void options(List<Option> options) {
		for (Option option : options) {
			text.append("- `").append(option.signature()).append("`: ").append(option.description());
			since(option.since()).ifPresent(text::append);
			option.arguments().stream().filter(argument -> argument.since() != null)
					.forEach(argument -> text.append(" `").append(argument.signature()).append("` since keepalived ").append(argument.since()).append('.'));
			text.append('\n');
		}
		if (!options.isEmpty())
			text.append('\n');
	}

	private static Optional<String> since(KeepalivedVersion version) {
		return Optional.ofNullable(version).map(since -> " Since keepalived " + since + ".");
	}

	private static String link(String blockId) {
		return "[" + blockId + "](" + KeywordPages.fileName(blockId) + ")";
	}

	static String anchor(Keyword keyword) {
		return keyword.name().toLowerCase(Locale.ROOT);
	}
}

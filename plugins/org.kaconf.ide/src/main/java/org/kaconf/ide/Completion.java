package org.kaconf.ide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.kaconf.ide.Proposal.Kind;
import org.kaconf.ide.source.Slot;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.TypedTree;
import org.kaconf.ide.source.TypedTree.Placed;
import org.kaconf.ide.source.Word;
import org.kaconf.lang.Predefined;
import org.kaconf.lang.catalog.Argument;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Entry;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lint.RuleCatalog;
import org.kaconf.lint.rule.RuleInfo;

/** Finds what can be written at the cursor. */
final class Completion {
	/** Which predefined definition stands for a value of which type; they exist where a cluster block describes the nodes. */
	private static final Map<String, Predefined> VARIABLE_OF_TYPE = Map.of("interface", Predefined.INTERFACE, "ipAddress", Predefined.ADDRESS,
			"ipv4", Predefined.ADDRESS, "ipv6", Predefined.ADDRESS);
	private static final Map<String, Predefined> VARIABLE_OF_ENTRY = Map.of("unicast_peer", Predefined.PEERS);

	private final SourceUnit unit;
	private final TypedTree typed;
	private final Names names;
	private final Indentation indentation;
	private final CursorPlace place;
	private final Map<String, Proposal> proposals = new LinkedHashMap<>();

	private Completion(SourceUnit unit, Names names, int offset) {
		this.unit = unit;
		this.typed = unit.typed();
		this.names = names;
		this.indentation = Indentation.at(unit.text(), offset);
		this.place = CursorPlace.at(typed.source(), offset);
	}

	static List<Proposal> at(SourceUnit unit, Names names, int offset) {
		Completion completion = new Completion(unit, names, offset);
		completion.collect();
		return completion.matching();
	}

	private void collect() {
		switch (place.kind()) {
			case NOTHING -> {
			}
			case SUPPRESSION -> rules();
			case CONDITION -> conditions();
			case VARIABLE -> variables();
			case KEYWORD -> keywords();
			case VALUE -> values();
		}
	}

	/** Those that begin with what is typed, then those with a part of their name that does. */
	private List<Proposal> matching() {
		String typedText = place.prefix().toLowerCase(Locale.ROOT);
		Map<Integer, List<Proposal>> ranked = new TreeMap<>();
		for (Proposal proposal : proposals.values()) {
			String label = proposal.label().toLowerCase(Locale.ROOT);
			int rank = label.startsWith(typedText) ? 0 : label.contains("_" + typedText) ? 1 : label.contains(typedText) ? 2 : 3;
			ranked.computeIfAbsent(rank, r -> new ArrayList<>()).add(proposal);
		}
		ranked.remove(3);
		return ranked.values().stream().flatMap(List::stream).toList();
	}

	/** A reason must follow the rule's id. */
	private void rules() {
		for (RuleInfo rule : RuleCatalog.all()) {
			propose(rule.id() + " " + rule.name(), rule.id() + " ", Kind.VALUE, "ignore, and say why", rule.what());
		}
	}

	private void conditions() {
		for (String node : names.defined(NameKind.NODE)) {
			String gap = place.restIsEmpty() || !isFollowedByBlank() ? " " : "";
			propose("@" + node, "@" + node + gap, Kind.NODE, "only on node " + node, "The line counts on node " + Markdown.code(node) + " only.");
		}
		for (String node : names.defined(NameKind.NODE)) {
			String gap = isFollowedByBlank() ? "" : " ";
			propose("@^" + node, "@^" + node + gap, Kind.NODE, "on all nodes but " + node,
					"The line counts on all nodes but " + Markdown.code(node) + ".");
		}
	}

	private boolean isFollowedByBlank() {
		return place.end() < unit.text().length() && (unit.text().charAt(place.end()) == ' ' || unit.text().charAt(place.end()) == '\t');
	}

	private void variables() {
		for (Occurrence definition : unit.occurrences()) {
			if (definition.definition() && definition.name().isVariable()) {
				String value = definition.statement().values().stream().findFirst().map(Word::text).orElse("");
				variable(definition.name().text(), value.lines().findFirst().orElse(""), "A definition of this file.");
			}
		}
		names.defined(null).forEach(n -> variable(n, "", "A definition of another file."));
		for (Predefined predefined : Predefined.values()) {
			variable(predefined.text(), predefined.title(), predefined.description());
		}
	}

	private void variable(String name, String detail, String documentation) {
		proposals.putIfAbsent(name, proposal(name, "${" + name + "}", Kind.VARIABLE, detail, documentation));
	}

	private void keywords() {
		Optional<BlockKind> block = typed.kind(place.block());
		Optional<Entry> entry = block.flatMap(BlockKind::entry);
		if (entry.isPresent()) {
			slots(TypedTree.expected(entry.get(), List.of()), null);
			Optional.ofNullable(VARIABLE_OF_ENTRY.get(block.get().id())).filter(v -> hasCluster()).ifPresent(this::predefined);
		} else {
			block.ifPresent(this::keywords);
		}
		// In a list of names nobody looks for them before he types one.
		if (entry.isEmpty() || !place.prefix().isEmpty()) {
			typed.catalog().anywhere().keywords().forEach(this::keyword);
		}
	}

	private void keywords(BlockKind block) {
		Set<String> present = presentOnce(block);
		Comparator<Keyword> order = Comparator.comparing(Keyword::isDeprecated).thenComparing(k -> k.aliasOf() != null)
				.thenComparing(k -> present.contains(k.name()));
		block.keywords().stream().sorted(order).forEach(this::keyword);
		if (place.restIsEmpty() && (place.statement() == null || place.statement().condition() == null)) {
			Snippets.of(block.id()).forEach(this::snippet);
		}
	}

	/** Keywords that stand in the block for all nodes and need not stand there again. */
	private Set<String> presentOnce(BlockKind kind) {
		Set<String> present = new LinkedHashSet<>();
		for (Statement statement : place.block().statements()) {
			if (statement != place.statement() && statement.condition() == null) {
				kind.keyword(statement.name()).filter(k -> !k.cardinality().adds()).ifPresent(k -> present.add(k.name()));
			}
		}
		return present;
	}

	private void keyword(Keyword keyword) {
		String documentation = Markdown.keyword(keyword);
		Kind kind = keyword.block() != null ? Kind.BLOCK : Kind.KEYWORD;
		String text = keyword.name();
		int caret = text.length();
		if (place.restIsEmpty()) {
			boolean hasWords = !keyword.arguments().isEmpty() || !keyword.options().isEmpty() || !keyword.variants().isEmpty();
			if (keyword.block() != null && !keyword.blockOptional()) {
				String head = keyword.arguments().isEmpty() ? text : text + " " + freshName(keyword);
				String opened = head + " {\n" + indentation.deeper();
				boolean nameToWrite = hasWords && head.endsWith(" ");
				caret = nameToWrite ? head.length() : opened.length();
				text = opened + "\n" + indentation.current() + "}";
			} else if (hasWords) {
				text += " ";
				caret = text.length();
			}
		}
		String signature = keyword.signature().substring(keyword.name().length()).strip();
		add(new Proposal(keyword.name(), text, place.start(), place.end() - place.start(), caret, detail(keyword, signature), documentation, kind));
	}

	/** A name that is not taken for the block the keyword opens; empty when the block has none. */
	private String freshName(Keyword keyword) {
		Optional<NameKind> kind = keyword.arguments().getFirst().type().defines();
		if (kind.isEmpty()) {
			return "";
		}
		Collection<String> taken = names.defined(kind.get());
		String stem = NameStems.of(kind.get());
		int number = 1;
		while (taken.contains(stem + number)) {
			number++;
		}
		return stem + number;
	}

	private static String detail(Keyword keyword, String signature) {
		StringBuilder detail = new StringBuilder(signature);
		if (keyword.defaultValue() != null) {
			detail.append(detail.isEmpty() ? "" : ", ").append("default ").append(keyword.defaultValue());
		}
		if (keyword.unit() != null) {
			detail.append(detail.isEmpty() ? "" : ", ").append(keyword.unit());
		}
		if (keyword.isDeprecated()) {
			detail.append(detail.isEmpty() ? "" : ", ").append("deprecated");
		}
		return detail.toString();
	}

	private void snippet(Snippet snippet) {
		String text = indentation.indent(snippet.body());
		int caret = text.indexOf(Snippet.CARET);
		String insert = text.replace(Snippet.CARET, "");
		add(new Proposal(snippet.label(), insert, place.start(), place.end() - place.start(), caret < 0 ? insert.length() : caret,
				snippet.title(), snippet.title() + "\n\n```\n" + snippet.body().replace(Snippet.CARET, "") + "\n```", Kind.SNIPPET));
	}

	private void values() {
		List<String> words = place.before().stream().map(Word::text).toList();
		Optional<BlockKind> block = typed.kind(place.block());
		Optional<Keyword> keyword = typed.catalog().anywhere().keyword(words.getFirst()).or(() -> block.flatMap(b -> b.keyword(words.getFirst())));
		if (keyword.isPresent()) {
			List<String> values = words.subList(1, words.size());
			slots(TypedTree.expected(keyword.get(), values), keyword.get().variant(values).orElse(keyword.get()));
		} else {
			block.flatMap(BlockKind::entry).ifPresent(entry -> slots(TypedTree.expected(entry, words), null));
		}
	}

	/** @param keyword whose values they are; {@code null} in a value block */
	private void slots(List<Slot> slots, Keyword keyword) {
		for (Slot slot : slots) {
			switch (slot) {
				case Slot.Value value -> argument(value.argument(), value.option() == null ? keyword : null);
				case Slot.OptionWord option -> option(option);
				case Slot.Variant variant -> variant(variant.keyword());
				case Slot.Extra extra -> {
				}
			}
		}
	}

	private void option(Slot.OptionWord slot) {
		String signature = slot.option().signature().substring(slot.option().word().length()).strip();
		String gap = slot.option().arguments().isEmpty() || !place.restIsEmpty() ? "" : " ";
		propose(slot.option().word(), slot.option().word() + gap, Kind.KEYWORD, signature, Markdown.option(slot.option()));
	}

	private void variant(Keyword variant) {
		String signature = variant.signature().substring(variant.name().length()).strip();
		String gap = variant.arguments().isEmpty() || !place.restIsEmpty() ? "" : " ";
		propose(variant.name(), variant.name() + gap, Kind.KEYWORD, signature, Markdown.keyword(variant));
	}

	private void argument(Argument argument, Keyword keyword) {
		String documentation = keyword == null ? Markdown.code(argument.signature()) : Markdown.keyword(keyword);
		Optional<String> usual = keyword == null ? Optional.empty() : usualValue(argument, keyword);
		argument.type().refersTo().ifPresent(this::references);
		for (String value : argument.type().values()) {
			propose(value, value, Kind.VALUE, usual.filter(value::equals).isPresent() ? "default" : "", documentation);
		}
		usual.ifPresent(value -> propose(value, value, Kind.VALUE, "default", documentation));
		if (argument.type().id().equals("interface")) {
			interfaces().forEach(i -> propose(i, i, Kind.VALUE, "used in this file", documentation));
		}
		Optional.ofNullable(VARIABLE_OF_TYPE.get(argument.type().id())).filter(v -> hasCluster()).ifPresent(this::predefined);
	}

	/** The catalog says defaults in words where they depend on something; then the first of them is taken if it is a value at all. */
	private static Optional<String> usualValue(Argument argument, Keyword keyword) {
		return Optional.ofNullable(keyword.defaultValue()).map(d -> d.split("[;,( ]", 2)[0])
				.filter(d -> !argument.type().id().equals("string") && !d.isEmpty() && argument.type().check(d).isEmpty())
				.filter(d -> d.chars().anyMatch(Character::isDigit) || argument.type().values().contains(d));
	}

	private void references(NameKind kind) {
		for (String name : names.defined(kind)) {
			String quote = name.chars().anyMatch(Character::isWhitespace) ? "\"" : "";
			propose(name, quote + name + quote, Kind.REFERENCE, kind.title(), kind.title() + " " + Markdown.code(name));
		}
	}

	private Set<String> interfaces() {
		Set<String> found = new LinkedHashSet<>();
		typed.source().forEach(s -> {
			for (Placed placed : typed.values(s)) {
				if (placed.slot() instanceof Slot.Value value && value.argument().type().id().equals("interface")
						&& !placed.word().hasVariable() && placed.word().offset() != place.start()) {
					found.add(placed.word().text());
				}
			}
		});
		return found;
	}

	private boolean hasCluster() {
		return typed.source().root().find("cluster") != null;
	}

	private void predefined(Predefined variable) {
		String use = "${" + variable.text() + "}";
		propose(use, use, Kind.VARIABLE, variable.title(), variable.description());
	}

	private void propose(String label, String insertText, Kind kind, String detail, String documentation) {
		add(proposal(label, insertText, kind, detail, documentation));
	}

	private Proposal proposal(String label, String insertText, Kind kind, String detail, String documentation) {
		return new Proposal(label, insertText, place.start(), place.end() - place.start(), insertText.length(), detail, documentation, kind);
	}

	private void add(Proposal proposal) {
		proposals.putIfAbsent(proposal.label(), proposal);
	}
}

package org.kaconf.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kaconf.ide.EffectiveValues.NodeValue;
import org.kaconf.ide.source.Slot;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.TypedTree;
import org.kaconf.ide.source.TypedTree.Placed;
import org.kaconf.ide.source.Variable;
import org.kaconf.ide.source.Word;
import org.kaconf.lang.LineMap;
import org.kaconf.lang.Predefined;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lint.RuleCatalog;

/** Says what is known about the text at a place. */
final class Hovers {
	private static final int MOST_LINES = 12;

	private final Snapshot snapshot;
	private final SourceUnit unit;
	private final TypedTree typed;

	Hovers(Snapshot snapshot) {
		this.snapshot = snapshot;
		this.unit = snapshot.unit();
		this.typed = unit.typed();
	}

	Optional<Hover> at(int offset) {
		if (typed.source().isComment(offset)) {
			return Optional.empty();
		}
		List<String> parts = new ArrayList<>();
		List<Diagnostic> diagnostics = snapshot.diagnostics().stream().filter(d -> d.offset() <= offset && offset <= d.offset() + d.length()).toList();
		diagnostics.forEach(d -> parts.add(diagnostic(d)));
		Optional<Hover> text = text(offset);
		text.ifPresent(h -> parts.add(h.markdown()));
		if (parts.isEmpty()) {
			return Optional.empty();
		}
		String markdown = String.join("\n\n---\n\n", parts);
		return text.map(h -> new Hover(markdown, h.offset(), h.length()))
				.or(() -> Optional.of(new Hover(markdown, diagnostics.getFirst().offset(), diagnostics.getFirst().length())));
	}

	private static String diagnostic(Diagnostic diagnostic) {
		String head = "**" + diagnostic.severity().title() + ":** " + diagnostic.message() + " *(" + diagnostic.rule() + " " + diagnostic.name() + ")*";
		return head + RuleCatalog.find(diagnostic.rule()).map(r -> "\n\n" + r.what() + "\n\n" + r.why() + "\n\n" + r.fix()).orElse("");
	}

	private Optional<Hover> text(int offset) {
		Optional<Variable> variable = typed.source().variableAt(offset);
		if (variable.isPresent()) {
			return Optional.of(new Hover(variable(variable.get().name()), variable.get().offset(), variable.get().length()));
		}
		return typed.source().statementAt(offset).flatMap(s -> statement(s, offset));
	}

	private Optional<Hover> statement(Statement statement, int offset) {
		if (statement.condition() != null && statement.condition().touches(offset)) {
			return unit.occurrenceAt(offset).map(o -> hover(node(o.name().text()), statement.condition()));
		}
		if (statement.isDefinition()) {
			return statement.keyword().touches(offset) ? Optional.of(hover(variable(statement.name().substring(1)), statement.keyword())) : Optional.empty();
		}
		Optional<Placed> value = typed.values(statement).stream().filter(v -> v.word().touches(offset)).findFirst();
		if (value.isPresent()) {
			return value(statement, value.get()).map(m -> hover(m, value.get().word()));
		}
		return statement.keyword() != null && statement.keyword().touches(offset) ? keyword(statement).map(m -> hover(m, statement.keyword())) : Optional.empty();
	}

	private static Hover hover(String markdown, Word word) {
		return new Hover(markdown, word.offset(), word.length());
	}

	private Optional<String> keyword(Statement statement) {
		return typed.keyword(statement).map(k -> Markdown.keyword(k) + effective(statement));
	}

	private Optional<String> value(Statement statement, Placed placed) {
		return switch (placed.slot()) {
			case Slot.OptionWord option -> Optional.of(Markdown.option(option.option()));
			case Slot.Variant variant -> Optional.of(Markdown.keyword(variant.keyword()));
			case Slot.Extra extra -> Optional.empty();
			case Slot.Value value -> unit.occurrenceAt(placed.word().textOffset()).map(this::name)
					.or(() -> Optional.of(meaning(statement, value) + effective(statement)));
		};
	}

	private String meaning(Statement statement, Slot.Value value) {
		if (value.option() != null) {
			return Markdown.option(value.option());
		}
		Optional<Keyword> keyword = typed.variant(statement);
		return keyword.map(Markdown::keyword)
				.orElseGet(() -> typed.kind(statement.parent()).map(Markdown::block).orElse(Markdown.code(value.argument().signature())));
	}

	/** What holds on each node, where the text alone does not say it. */
	private String effective(Statement statement) {
		if (statement.block() != null || typed.entry(statement).isPresent()) {
			return "";
		}
		List<NodeValue> values = snapshot.effectiveValues().of(statement.parent(), statement.name());
		if (values.isEmpty() || values.stream().allMatch(v -> v.text().isEmpty())) {
			return "";
		}
		int nodes = snapshot.nodeNames().size();
		String first = values.getFirst().text();
		if (nodes == 1) {
			return first.equals(String.join(" ", statement.texts())) ? "" : "\n\nThat is " + Markdown.code(first);
		}
		if (values.size() == nodes && values.stream().map(NodeValue::values).distinct().count() == 1) {
			return "\n\nOn all nodes: " + Markdown.code(first);
		}
		return "\n\n" + statement.name() + ": " + values.stream().map(v -> v.node() + " " + Markdown.code(v.text())).collect(Collectors.joining(", "));
	}

	private String name(Occurrence occurrence) {
		if (occurrence.name().kind() == NameKind.NODE) {
			return node(occurrence.name().text());
		}
		List<Occurrence> definitions = snapshot.names().definitions(occurrence);
		String head = "**" + occurrence.name().title() + "** " + Markdown.code(occurrence.name().text());
		if (definitions.isEmpty()) {
			return head + "\n\nIt is not defined.";
		}
		return head + definitions.stream().map(this::definition).collect(Collectors.joining());
	}

	private String definition(Occurrence definition) {
		String text = snapshot.text(definition.file());
		String shown = text.substring(definition.statement().offset(), definition.statement().end());
		List<String> lines = shown.lines().toList();
		String excerpt = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n")) + (lines.size() > MOST_LINES ? "\n..." : "");
		return "\n\n```\n" + excerpt + "\n```\n\n" + Markdown.code(definition.file().getFileName() + ":" + new LineMap(text).line(definition.offset()));
	}

	private String node(String name) {
		String addresses = snapshot.nodeAddresses(name).stream().map(a -> "- " + Markdown.code(a)).collect(Collectors.joining("\n"));
		String head = "**node** " + Markdown.code(name);
		return addresses.isEmpty() ? head : head + "\n\n" + addresses;
	}

	private String variable(String name) {
		List<Occurrence> definitions = snapshot.names().definitions(new Occurrence(Name.variable(name), unit.file(), 0, 0, false, null));
		String head = "**definition** " + Markdown.code("${" + name + "}");
		if (!definitions.isEmpty()) {
			return head + definitions.stream().map(this::definition).collect(Collectors.joining());
		}
		Optional<Predefined> predefined = Predefined.of(name);
		if (predefined.isEmpty()) {
			return head + "\n\nIt is not defined; keepalived leaves the text as it is.";
		}
		String values = snapshot.nodeModels().stream().flatMap(n -> predefined.get().value(n, snapshot.nodeModels()).map(v -> "- " + n.name() + " " + Markdown.code(v)).stream())
				.collect(Collectors.joining("\n"));
		return head + "\n\n" + predefined.get().description() + (values.isEmpty() ? "" : "\n\n" + values);
	}
}

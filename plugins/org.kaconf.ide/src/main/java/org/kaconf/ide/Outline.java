package org.kaconf.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import org.kaconf.ide.source.Block;
import org.kaconf.ide.source.Slot;
import org.kaconf.ide.source.Statement;
import org.kaconf.ide.source.TypedTree;
import org.kaconf.ide.source.TypedTree.Placed;
import org.kaconf.ide.source.Word;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;

/** Makes the tree of a file. */
final class Outline {
	/** A value shown behind a name: what stands in front of it and after it. */
	private record Detail(String keyword, String before, String after) {
	}

	private static final Map<String, List<Detail>> DETAILS = Map.of(
			"cluster", List.of(new Detail("keepalived_version", "keepalived ", "")),
			"cluster/node", List.of(new Detail("address", "", ""), new Detail("config", "", "")),
			"global_defs", List.of(new Detail("router_id", "", "")),
			"vrrp_instance", List.of(new Detail("interface", "", ""), new Detail("virtual_router_id", "vrid ", "")),
			"vrrp_script", List.of(new Detail("interval", "every ", " s"), new Detail("weight", "weight ", "")),
			"vrrp_track_process", List.of(new Detail("process", "", ""), new Detail("weight", "weight ", "")),
			"track_file/definition", List.of(new Detail("file", "", ""), new Detail("weight", "weight ", "")),
			"vrrp_instance/authentication", List.of(new Detail("auth_type", "", "")));
	private static final Map<String, Symbol.Kind> KINDS = Map.ofEntries(Map.entry("cluster", Symbol.Kind.CLUSTER),
			Map.entry("cluster/node", Symbol.Kind.NODE), Map.entry("global_defs", Symbol.Kind.GLOBALS),
			Map.entry("vrrp_instance", Symbol.Kind.INSTANCE), Map.entry("vrrp_sync_group", Symbol.Kind.SYNC_GROUP),
			Map.entry("vrrp_script", Symbol.Kind.SCRIPT), Map.entry("vrrp_track_process", Symbol.Kind.TRACKER),
			Map.entry("track_file/definition", Symbol.Kind.TRACKER), Map.entry("bfd_instance", Symbol.Kind.TRACKER),
			Map.entry("virtual_ipaddress", Symbol.Kind.ADDRESSES), Map.entry("static_ipaddress", Symbol.Kind.ADDRESSES),
			Map.entry("unicast_peer", Symbol.Kind.ADDRESSES));
	private static final int MOST_ENTRIES = 3;

	private final TypedTree typed;
	private final EffectiveValues values;

	private Outline(TypedTree typed, EffectiveValues values) {
		this.typed = typed;
		this.values = values;
	}

	/** @param values resolves what definitions stand for; may know of no node */
	static List<Symbol> of(TypedTree typed, EffectiveValues values) {
		return new Outline(typed, values).symbols(typed.source().root());
	}

	private List<Symbol> symbols(Block block) {
		boolean valueBlock = typed.kind(block).flatMap(BlockKind::entry).isPresent();
		List<Symbol> symbols = new ArrayList<>();
		for (Statement statement : block.statements()) {
			if (statement.isDefinition()) {
				String text = statement.values().stream().findFirst().map(v -> v.text().lines().findFirst().orElse("")).orElse("");
				symbols.add(symbol(statement, statement.keyword(), statement.name(), text, Symbol.Kind.DEFINITION, List.of()));
			} else if (Catalog.standard().isAnywhere(statement.name()) && !statement.values().isEmpty()) {
				symbols.add(symbol(statement, statement.values().getFirst(), statement.texts().getFirst(), statement.name(), Symbol.Kind.INCLUDE, List.of()));
			} else if (statement.block() != null && statement.keyword() != null && !valueBlock) {
				symbols.add(blockSymbol(statement));
			}
		}
		return symbols;
	}

	private Symbol blockSymbol(Statement statement) {
		Optional<Word> name = typed.values(statement).stream().filter(Outline::isDefinition).map(Placed::word).findFirst();
		Optional<BlockKind> kind = typed.kind(statement.block());
		boolean valueBlock = kind.flatMap(BlockKind::entry).isPresent();
		String condition = statement.condition() == null ? "" : statement.condition().text() + " ";
		String detail = condition + (valueBlock ? entries(statement) : kind.map(k -> details(statement, k)).orElse(""));
		String label = name.map(Word::text).orElseGet(() -> statement.name() + statement.texts().stream().map(t -> " " + t).collect(Collectors.joining()));
		return symbol(statement, name.orElse(statement.keyword()), label, detail.strip(),
				kind.map(k -> kind(statement, k)).orElse(Symbol.Kind.BLOCK), symbols(statement.block()));
	}

	private Symbol.Kind kind(Statement statement, BlockKind kind) {
		if (typed.keyword(statement).filter(k -> !k.variants().isEmpty()).isPresent()) {
			return Symbol.Kind.CHECK;
		}
		boolean refers = kind.entry().stream().flatMap(e -> e.arguments().stream()).anyMatch(a -> a.type().refersTo().isPresent());
		return KINDS.getOrDefault(kind.id(), refers ? Symbol.Kind.REFERENCES : Symbol.Kind.BLOCK);
	}

	private static boolean isDefinition(Placed placed) {
		return placed.slot() instanceof Slot.Value value && value.argument().type().defines().isPresent();
	}

	private String details(Statement statement, BlockKind kind) {
		StringJoiner text = new StringJoiner(" ");
		for (Detail detail : DETAILS.getOrDefault(kind.id(), List.of())) {
			String value = value(statement.block(), detail.keyword());
			if (!value.isEmpty()) {
				text.add(detail.before() + value + detail.after());
			}
		}
		return text.toString();
	}

	/** The different values of the nodes, or what the text says where nothing is known of nodes. */
	private String value(Block block, String keyword) {
		List<String> written = block.statements().stream().filter(s -> s.name().equals(keyword)).map(s -> String.join(" ", s.texts())).distinct().toList();
		if (written.stream().noneMatch(v -> v.indexOf('$') >= 0)) {
			return String.join("/", written);
		}
		List<String> resolved = values.of(block, keyword).stream().map(EffectiveValues.NodeValue::text).distinct().toList();
		return String.join("/", resolved.isEmpty() ? written : resolved);
	}

	private static String entries(Statement statement) {
		List<String> first = statement.block().statements().stream().limit(MOST_ENTRIES).map(Statement::name).toList();
		return String.join(", ", first) + (statement.block().statements().size() > MOST_ENTRIES ? ", ..." : "");
	}

	private static Symbol symbol(Statement statement, Word name, String label, String detail, Symbol.Kind kind, List<Symbol> children) {
		return new Symbol(label, detail, kind, statement.offset(), statement.end() - statement.offset(), name.offset(), name.length(), children);
	}
}

package org.kaconf.ide.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.Entry;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.lang.catalog.Syntax;
import org.kaconf.model.KeepalivedVersion;

/** A text with what the catalog says about each statement and word. Immutable once made. */
public final class TypedTree {
	/** A word and what it is. */
	public record Placed(Word word, Slot slot) {
	}

	private final SourceTree tree;
	private final Catalog catalog;
	private final Map<Block, BlockKind> kinds = new IdentityHashMap<>();
	private final Map<Statement, Keyword> keywords = new IdentityHashMap<>();

	private TypedTree(SourceTree tree, Catalog catalog) {
		this.tree = tree;
		this.catalog = catalog;
		place(tree.root(), catalog.root());
	}

	/**
	 * Reads a text. The version its cluster block names decides which keywords there are.
	 *
	 * @param otherwise the catalog for a text that names none
	 */
	public static TypedTree read(String text, Catalog otherwise) {
		SourceTree tree = SourceTree.read(text);
		return new TypedTree(tree, version(tree).map(Catalog.standard()::forVersion).orElse(otherwise));
	}

	private static Optional<KeepalivedVersion> version(SourceTree tree) {
		return Optional.ofNullable(tree.root().find("cluster")).map(Statement::block).map(b -> b.find("keepalived_version"))
				.filter(s -> !s.values().isEmpty()).flatMap(s -> Releases.find(s.texts().getFirst()));
	}

	private void place(Block block, BlockKind kind) {
		kinds.put(block, kind);
		for (Statement statement : block.statements()) {
			Keyword keyword = statement.isDefinition() ? null : keyword(kind, statement.name());
			if (keyword != null) {
				keywords.put(statement, keyword);
			}
			if (statement.block() != null) {
				place(statement.block(), keyword == null ? null : catalog.opened(keyword, statement.texts()).orElse(null));
			}
		}
	}

	/** @param kind {@code null} inside of unknown blocks */
	private Keyword keyword(BlockKind kind, String name) {
		return catalog.anywhere().keyword(name).or(() -> Optional.ofNullable(kind).flatMap(k -> k.keyword(name))).orElse(null);
	}

	public SourceTree source() {
		return tree;
	}

	/** The vocabulary of the version the text is written for. */
	public Catalog catalog() {
		return catalog;
	}

	/** What a block is; empty inside of unknown ones. */
	public Optional<BlockKind> kind(Block block) {
		return Optional.ofNullable(kinds.get(block));
	}

	/** The catalog's row for the first word of a statement; empty for unknown words, entries of value blocks and definitions. */
	public Optional<Keyword> keyword(Statement statement) {
		return Optional.ofNullable(keywords.get(statement));
	}

	/** The keyword that says what the values mean: the chosen variant where there are several. */
	public Optional<Keyword> variant(Statement statement) {
		return keyword(statement).map(k -> k.variant(statement.texts()).orElse(k));
	}

	/** What a line of the value block holds in which the statement stands. */
	public Optional<Entry> entry(Statement statement) {
		return statement.isDefinition() || keyword(statement).isPresent() ? Optional.empty() : kind(statement.parent()).flatMap(BlockKind::entry);
	}

	/** The words that are values: those after a keyword, all of an entry; none of an unknown statement. */
	public List<Placed> values(Statement statement) {
		Optional<Entry> entry = entry(statement);
		if (entry.isPresent() && statement.keyword() != null) {
			List<Word> words = new ArrayList<>(statement.values());
			words.addFirst(statement.keyword());
			return zip(words, entrySlots(entry.get(), words.stream().map(Word::text).toList()));
		}
		return keyword(statement).map(k -> zip(statement.values(), keywordSlots(k, statement.texts()))).orElse(List.of());
	}

	private static List<Placed> zip(List<Word> words, List<Slot> slots) {
		List<Placed> placed = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			placed.add(new Placed(words.get(i), slots.get(i)));
		}
		return Collections.unmodifiableList(placed);
	}

	private static List<Slot> entrySlots(Entry entry, List<String> words) {
		if (!entry.manyPerLine()) {
			return SlotMatcher.match(entry.syntax(), words).slots();
		}
		return words.stream().map(w -> SlotMatcher.match(entry.syntax(), List.of(w)).slots().getFirst()).toList();
	}

	private static List<Slot> keywordSlots(Keyword keyword, List<String> words) {
		if (keyword.variants().isEmpty()) {
			return SlotMatcher.match(keyword.syntax(), words).slots();
		}
		Optional<Keyword> variant = keyword.variant(words);
		if (variant.isEmpty()) {
			return words.stream().<Slot>map(w -> new Slot.Extra()).toList();
		}
		List<Slot> slots = new ArrayList<>();
		slots.add(new Slot.Variant(variant.get()));
		slots.addAll(SlotMatcher.match(variant.get().syntax(), words.subList(1, words.size())).slots());
		return slots;
	}

	/**
	 * What the next word after a keyword may be.
	 *
	 * @param words the words between the keyword and the cursor
	 */
	public static List<Slot> expected(Keyword keyword, List<String> words) {
		if (keyword.variants().isEmpty()) {
			return SlotMatcher.match(keyword.syntax(), words).expected();
		}
		if (words.isEmpty()) {
			return keyword.variants().stream().<Slot>map(Slot.Variant::new).toList();
		}
		return keyword.variant(words).map(v -> SlotMatcher.match(v.syntax(), words.subList(1, words.size())).expected()).orElse(List.of());
	}

	/** What the next word of an entry may be. */
	public static List<Slot> expected(Entry entry, List<String> words) {
		Syntax syntax = entry.syntax();
		return SlotMatcher.match(syntax, entry.manyPerLine() ? List.of() : words).expected();
	}
}

package org.kaconf.lang.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.kaconf.model.KeepalivedVersion;

/**
 * The vocabulary of the language: which keyword may stand in which kind of block, and what follows it. Immutable and
 * read once, on first use.
 */
public final class Catalog {
	private static final int MOST_SUGGESTIONS = 3;

	private final Map<String, BlockKind> blocks;
	private final Map<KeepalivedVersion, Catalog> byVersion = new ConcurrentHashMap<>();

	Catalog(Map<String, BlockKind> blocks) {
		this.blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
	}

	private static final class Standard {
		static final Catalog CATALOG = new CatalogReader(Catalog.class).read();
	}

	/** Everything any supported version knows, each keyword with its history. */
	public static Catalog standard() {
		return Standard.CATALOG;
	}

	/** What one version knows: without keywords that came later or are gone, and with arguments as that version reads them. */
	public Catalog forVersion(KeepalivedVersion version) {
		return byVersion.computeIfAbsent(version, wanted -> {
			Map<String, BlockKind> known = new LinkedHashMap<>();
			blocks.forEach((id, block) -> known.put(id, block.at(wanted)));
			return new Catalog(known);
		});
	}

	/** The top level of a file. */
	public BlockKind root() {
		return block("root");
	}

	/** What may stand in every block and is dealt with before blocks are: include lines. */
	public BlockKind anywhere() {
		return block("anywhere");
	}

	/** Whether a word may begin a line in every block, {@code include} for instance. */
	public boolean isAnywhere(String word) {
		return anywhere().keyword(word).isPresent();
	}

	/**
	 * The kind of block of that id.
	 *
	 * @throws NoSuchElementException when there is none
	 */
	public BlockKind block(String kind) {
		return find(kind).orElseThrow(() -> new NoSuchElementException("No kind of block is called '" + kind + "'"));
	}

	public Optional<BlockKind> find(String kind) {
		return Optional.ofNullable(blocks.get(kind));
	}

	/** All kinds of blocks, in the order in which they are best read. */
	public Collection<BlockKind> everything() {
		return blocks.values();
	}

	/** The block a keyword followed by these words opens. */
	public Optional<BlockKind> opened(Keyword keyword, List<String> words) {
		return keyword.blockFor(words).map(this::block);
	}

	/** The kinds of blocks a keyword may stand in. */
	public List<BlockKind> contextsOf(String keyword) {
		return blocks.values().stream().filter(block -> block.keyword(keyword).isPresent()).toList();
	}

	/**
	 * What may have been meant by a word that is no keyword where it stands, best first: a keyword of this block spelt
	 * almost like it, the same word where it is known, a keyword of another block spelt almost like it.
	 */
	public List<Suggestion> suggest(String unknown, BlockKind context) {
		List<Suggestion> suggestions = new ArrayList<>(close(unknown, context, true));
		suggestions.addAll(close(unknown, anywhere(), true));
		for (BlockKind block : contextsOf(unknown))
			suggestions.add(new Suggestion(block.keyword(unknown).orElseThrow(), block, false, 0));
		if (suggestions.isEmpty())
			for (BlockKind block : blocks.values())
				if (block != context)
					suggestions.addAll(close(unknown, block, false));
		return suggestions.stream()
				.sorted(Comparator.comparing((Suggestion suggestion) -> !suggestion.here()).thenComparingInt(Suggestion::distance))
				.limit(MOST_SUGGESTIONS).toList();
	}

	private static List<Suggestion> close(String unknown, BlockKind block, boolean here) {
		return block.keywords().stream().filter(keyword -> Similarity.isClose(unknown, keyword.name()))
				.map(keyword -> new Suggestion(keyword, block, here, Similarity.distance(unknown, keyword.name()))).toList();
	}
}

package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.Regions;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.Value;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/**
 * A statement of the text as one node reads it, or of a cluster block, with what the catalog knows about it.
 */
public final class Site {
	/** Where an element of the tree was written. */
	interface Places {
		Origin of(ITextRegion region);
	}

	private final Statement statement;
	private final BlockKind context;
	private final Keyword keyword;
	private final Site parent;
	private final String node;
	private final Places places;
	private final List<String> words;
	private final KeepalivedVersion version;
	private List<ValueProblem> problems;

	Site(Statement statement, BlockKind context, Site parent, String node, Places places, KeepalivedVersion version) {
		this.statement = statement;
		this.context = context;
		this.keyword = context.keyword(statement.getKeyword()).orElse(null);
		this.parent = parent;
		this.node = node;
		this.places = places;
		this.words = isEntry() ? entryWords(statement) : BlockKinds.words(statement);
		this.version = version;
	}

	private static List<String> entryWords(Statement statement) {
		List<String> words = new ArrayList<>();
		words.add(statement.getKeyword());
		words.addAll(BlockKinds.words(statement));
		return words;
	}

	public Statement statement() {
		return statement;
	}

	/** The kind of block it stands in. */
	public BlockKind context() {
		return context;
	}

	public boolean isIn(String kind) {
		return context.id().equals(kind);
	}

	/** Whether it is this keyword in a block of this kind. */
	public boolean is(String kind, String name) {
		return name.equals(statement.getKeyword()) && isIn(kind);
	}

	/** Whether it is an entry of a value block, which has no keyword. */
	public boolean isEntry() {
		return context.entry().isPresent();
	}

	/** The catalog's row; empty for an entry and for an unknown keyword. */
	public Optional<Keyword> keyword() {
		return Optional.ofNullable(keyword);
	}

	/** The statement whose block it stands in; {@code null} at the top level. */
	public Site parent() {
		return parent;
	}

	/** The node that reads it; {@code null} in a cluster block. */
	public String node() {
		return node;
	}

	/** The words behind the keyword; all words of an entry. */
	public List<String> words() {
		return words;
	}

	/** Whether a word stands in quotes. */
	public boolean isQuoted(int index) {
		EObject element = element(index);
		return element instanceof Value value && value.isQuoted();
	}

	/** From the keyword to the last word. */
	public Origin origin() {
		return places.of(Regions.head(statement));
	}

	public Origin keywordOrigin() {
		return places.of(Regions.of(statement, KaconfPackage.Literals.STATEMENT__KEYWORD));
	}

	/** From the keyword to the end of its block. */
	public Origin wholeOrigin() {
		return places.of(Regions.of(statement));
	}

	/** The empty place behind the opening brace of its block. */
	public Origin blockStart() {
		return places.of(new TextRegion(Regions.of(statement.getBlock()).getOffset() + 1, 0));
	}

	/** A word, as counted in {@link #words()}; the end of the statement when there is no such word. */
	public Origin wordOrigin(int index) {
		if (index >= words.size()) {
			ITextRegion head = Regions.head(statement);
			return places.of(new TextRegion(head.getOffset() + head.getLength(), 0));
		}
		return places.of(region(index));
	}

	/** From one word to the last. */
	public Origin wordsOrigin(int from) {
		return wordsOrigin(from, words.size() - 1);
	}

	/** From one word to another. */
	public Origin wordsOrigin(int from, int to) {
		ITextRegion first = region(from);
		ITextRegion last = region(to);
		return places.of(new TextRegion(first.getOffset(), last.getOffset() + last.getLength() - first.getOffset()));
	}

	private ITextRegion region(int index) {
		int value = index - leading();
		if (value >= 0) {
			return Regions.of(statement.getValues().get(value));
		}
		return Regions.of(statement, isEntry() ? KaconfPackage.Literals.STATEMENT__KEYWORD : KaconfPackage.Literals.NAMED_STATEMENT__NAME);
	}

	private EObject element(int index) {
		int value = index - leading();
		return value >= 0 && value < statement.getValues().size() ? statement.getValues().get(value) : null;
	}

	/** Words that are no values: the name of a named statement, the first word of an entry. */
	private int leading() {
		return words.size() - statement.getValues().size();
	}

	/** What the catalog says about the words. */
	public List<ValueProblem> valueProblems() {
		if (problems == null) {
			problems = isEntry() ? context.entry().orElseThrow().check(words) : keyword == null ? List.of() : keyword.check(words, version);
		}
		return problems;
	}
}

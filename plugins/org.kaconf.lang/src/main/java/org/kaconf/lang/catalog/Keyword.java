package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.KeepalivedVersion;

/**
 * One row of the catalog: a keyword as it may stand in one kind of block.
 *
 * @param name         how it is written
 * @param syntax       what follows it on the line
 * @param variants     first words that change what follows ({@code check http}, {@code virtual_server fwmark}), each with its
 *                     own syntax and block; without a syntax of the keyword itself one of them must be there
 * @param block        id of the kind of block it opens, null when it opens none
 * @param blockOptional whether the block may be left out
 * @param cardinality  how often it may stand in its block
 * @param defaultValue what holds when it is not there, null when there is nothing to say
 * @param unit         what its number counts ({@code seconds}), null for none
 * @param since        the first keepalived version that knows it, null when all supported ones ({@link Releases}) do
 * @param removed      the first version that no longer knows it, null when none
 * @param aliasOf      the keyword it is another spelling of, null for none
 * @param deprecated   why it should no longer be used, null when it may
 * @param replacedBy   the keyword to use instead, null for none
 * @param feature      the build option keepalived needs to know it ({@code _WITH_BFD_}), null when it always does
 * @param extension    whether it is Kaconf's own and never written to a keepalived.conf
 * @param description  what it does and when one wants it; plain text or Markdown
 * @param revisions    what newer versions changed, oldest first; the other components describe the oldest version
 */
public record Keyword(String name, Syntax syntax, List<Keyword> variants, String block, boolean blockOptional, Cardinality cardinality,
		String defaultValue, String unit, KeepalivedVersion since, KeepalivedVersion removed, String aliasOf, String deprecated,
		String replacedBy, String feature, boolean extension, String description, List<Revision> revisions) {

	/**
	 * A change in a newer version.
	 *
	 * @param since        the first version it holds for
	 * @param syntax       the new syntax, null when unchanged
	 * @param defaultValue the new default, null when unchanged
	 * @param deprecated   why it should no longer be used from then on, null when unchanged
	 * @param replacedBy   the keyword to use instead from then on, null when unchanged
	 */
	public record Revision(KeepalivedVersion since, Syntax syntax, String defaultValue, String deprecated, String replacedBy) {
	}

	public List<Argument> arguments() {
		return syntax.arguments();
	}

	public List<Option> options() {
		return syntax.options();
	}

	/** The keyword with what follows it: {@code priority INTEGER(1..255)}. */
	public String signature() {
		String line = Stream.concat(syntax.isEmpty() ? Stream.empty() : Stream.of(syntax.signature()), variants.stream().map(Keyword::line))
				.collect(Collectors.joining(" | "));
		String text = line.isEmpty() ? name : name + " " + line;
		if (block == null)
			return text;
		return text + (blockOptional ? " [{ ... }]" : " { ... }");
	}

	private String line() {
		return syntax.isEmpty() ? name : name + " " + syntax.signature();
	}

	public boolean isDeprecated() {
		return deprecated != null || replacedBy != null;
	}

	/** Whether a version of keepalived knows it; Kaconf's own are known always. */
	public boolean knownIn(KeepalivedVersion version) {
		return extension || (since == null || since.compareTo(version) <= 0) && (removed == null || removed.compareTo(version) > 0);
	}

	/** The keyword as a version knows it, nothing when it does not. */
	public Optional<Keyword> at(KeepalivedVersion version) {
		return knownIn(version) ? Optional.of(revisedTo(version)) : Optional.empty();
	}

	private Keyword revisedTo(KeepalivedVersion version) {
		String newDefault = defaultValue;
		String newDeprecated = deprecated;
		String newReplacedBy = replacedBy;
		for (Revision revision : revisions)
			if (revision.since().compareTo(version) <= 0) {
				newDefault = revision.defaultValue() == null ? newDefault : revision.defaultValue();
				newDeprecated = revision.deprecated() == null ? newDeprecated : revision.deprecated();
				newReplacedBy = revision.replacedBy() == null ? newReplacedBy : revision.replacedBy();
			}
		return new Keyword(name, syntaxIn(version), variants, block, blockOptional, cardinality, newDefault, unit, since, removed, aliasOf,
				newDeprecated, newReplacedBy, feature, extension, description, List.of());
	}

	private Syntax syntaxIn(KeepalivedVersion version) {
		Syntax newest = syntax;
		for (Revision revision : revisions)
			if (revision.syntax() != null && revision.since().compareTo(version) <= 0)
				newest = revision.syntax();
		return newest.at(version);
	}

	/** The variant that the first word chooses. */
	public Optional<Keyword> variant(List<String> words) {
		return words.isEmpty() ? Optional.empty()
				: variants.stream().filter(variant -> variant.name.equals(words.getFirst())).findFirst();
	}

	/** Id of the kind of block opened by the keyword followed by these words. */
	public Optional<String> blockFor(List<String> words) {
		return Optional.ofNullable(variant(words).map(variant -> variant.block).orElse(block));
	}

	/**
	 * Checks what follows the keyword as a version of keepalived would read it; a version that does not know the keyword
	 * is treated as the first that does.
	 *
	 * @param words the words after the keyword, quotes removed and definitions expanded
	 */
	public List<ValueProblem> check(List<String> words, KeepalivedVersion version) {
		Optional<Keyword> variant = variant(words);
		if (variant.isPresent())
			return shifted(variant.get().check(words.subList(1, words.size()), version));
		if (!variants.isEmpty() && syntax.isEmpty())
			return List.of(noVariant(words));
		KeepalivedVersion asIn = since != null && since.compareTo(version) > 0 ? since : version;
		return syntaxIn(asIn).check(name, words);
	}

	private static List<ValueProblem> shifted(List<ValueProblem> problems) {
		return problems.stream().map(problem -> new ValueProblem(problem.kind(), problem.wordIndex() + 1, problem.message())).toList();
	}

	private ValueProblem noVariant(List<String> words) {
		List<String> names = variants.stream().map(Keyword::name).toList();
		if (words.isEmpty())
			return new ValueProblem(Kind.MISSING, 0, "A word is missing; write " + name + " " + String.join("|", names));
		String hint = Similarity.closest(words.getFirst(), names).map(close -> "did you mean " + close + "?")
				.orElseGet(() -> "write " + String.join(", ", names));
		return new ValueProblem(Kind.NOT_ONE_OF, 0, "'" + words.getFirst() + "' is not possible after " + name + "; " + hint);
	}
}

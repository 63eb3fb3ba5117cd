package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;

/** What one word may be. Immutable; one class a type, its limits come from the catalog's rows. */
public interface ArgumentType {

	/** The name used in the catalog files, {@code integer}. */
	String id();

	/** Nothing when the word is fine, else what is wrong and what to write instead. */
	Optional<Finding> check(String word);

	/** How an argument of this type appears in a signature: its name and limits, or its values. */
	default String label(String name) {
		return name;
	}

	/** The words that may be written, in a sensible order; empty when they cannot be listed. */
	default List<String> values() {
		return List.of();
	}

	/** What the word gives a name to, when it does. */
	default Optional<NameKind> defines() {
		return Optional.empty();
	}

	/** What the word must be the name of, when it must. */
	default Optional<NameKind> refersTo() {
		return Optional.empty();
	}

	/**
	 * Whether keepalived reads the rest of the line again with its second tokeniser, in which single quotes and
	 * backslashes count (lexical rule R14).
	 */
	default boolean rereadsLine() {
		return false;
	}
}

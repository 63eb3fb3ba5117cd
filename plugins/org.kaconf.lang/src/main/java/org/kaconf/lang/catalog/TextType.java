package org.kaconf.lang.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/**
 * Free text of a certain form. All the types whose form a regular expression can say are this one with different
 * limits.
 *
 * @param id        which type it is in the catalog files
 * @param noun      what to call it in a message
 * @param pattern   the form, null for any
 * @param example   a good one, shown when the form is wrong; null for none
 * @param maxLength the number of characters used, 0 for any
 */
record TextType(String id, String noun, Pattern pattern, String example, int maxLength) implements ArgumentType {

	/** A type with a form of its own that a row may still narrow with {@code pattern}, {@code example}, {@code maxLength}. */
	static Reader reader(String id, String noun, String pattern, String example, int maxLength) {
		return row -> new TextType(id, noun, Pattern.compile(row.string("pattern", pattern)), row.string("example", example),
				row.integer("maxLength", maxLength));
	}

	@Override
	public Optional<Finding> check(String word) {
		if (!pattern.matcher(word).matches())
			return Optional.of(new Finding(Kind.WRONG_TYPE,
					"'" + word + "' is not " + noun + (example == null ? "" : "; write it like " + example)));
		if (maxLength > 0 && word.length() > maxLength)
			return Optional.of(new Finding(Kind.TOO_LONG,
					"'" + word + "' has " + word.length() + " characters; at most " + maxLength + " are possible"));
		return Optional.empty();
	}

	/** Makes a type from the members of an argument's row. */
	@FunctionalInterface
	interface Reader {
		ArgumentType read(Row row);
	}
}

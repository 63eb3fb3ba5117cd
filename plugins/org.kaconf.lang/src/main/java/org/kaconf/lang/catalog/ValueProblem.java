package org.kaconf.lang.catalog;

/**
 * What is wrong with one word after a keyword.
 *
 * @param kind      what sort of mistake it is
 * @param wordIndex which word, 0 being the first one after the keyword; the number of words when one is missing at the end
 * @param message   one line that says what is wrong and what to write instead
 */
public record ValueProblem(Kind kind, int wordIndex, String message) {

	/** The sorts of mistakes; how bad each one is depends on the keyword and is decided by the rules, not here. */
	public enum Kind {
		/** A mandatory word is not there: keepalived stops reading with exit code 2. */
		MISSING,
		/** The word cannot be read as the argument's type. */
		WRONG_TYPE,
		/** A number of the right form outside the accepted range. */
		OUT_OF_RANGE,
		/** Not one of the words that may stand here. */
		NOT_ONE_OF,
		/** More characters than are used. */
		TOO_LONG,
		/** Not an option of this keyword. */
		UNKNOWN_OPTION,
		/** A word after everything that was expected: keepalived ignores most of these in silence. */
		EXTRA
	}

	/** A problem found by an argument type, which sees one word and not where it stands. */
	record Finding(Kind kind, String message) {

		ValueProblem at(int wordIndex) {
			return new ValueProblem(kind, wordIndex, message);
		}
	}
}

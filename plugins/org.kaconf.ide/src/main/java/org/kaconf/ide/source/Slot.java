package org.kaconf.ide.source;

import org.kaconf.lang.catalog.Argument;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Option;

/** What the catalog says about one word of a statement. */
public sealed interface Slot {
	/** A value. @param option the option it belongs to, or {@code null} */
	record Value(Argument argument, Option option) implements Slot {
	}

	/** The word of an option, such as {@code dev}. */
	record OptionWord(Option option) implements Slot {
	}

	/** A first word that chooses what follows, such as {@code process} after {@code check}. */
	record Variant(Keyword keyword) implements Slot {
	}

	/** A word nothing is known of. */
	record Extra() implements Slot {
	}
}

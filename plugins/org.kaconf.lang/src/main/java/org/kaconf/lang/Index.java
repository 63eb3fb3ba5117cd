package org.kaconf.lang;

import java.util.List;

/** The names a configuration defines and uses, over its files as written. */
public record Index(List<Definition> definitions, List<Reference> references) {
	/** The kind of {@code $NAME=} definitions. */
	public static final String VARIABLE = "variable";

	public Index {
		definitions = List.copyOf(definitions);
		references = List.copyOf(references);
	}
}

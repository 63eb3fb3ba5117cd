package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/** One of a few words. */
record EnumerationType(List<String> values, boolean ignoreCase) implements ArgumentType {
	/** More values than this make a signature unreadable. */
	private static final int SIGNATURE_VALUES = 6;

	static ArgumentType read(Row row) {
		return new EnumerationType(row.strings("values"), row.flag("ignoreCase"));
	}

	@Override
	public String id() {
		return "enumeration";
	}

	@Override
	public String label(String name) {
		return values.size() <= SIGNATURE_VALUES ? String.join("|", values) : name;
	}

	@Override
	public Optional<Finding> check(String word) {
		if (values.contains(word) || ignoreCase && values.stream().anyMatch(word::equalsIgnoreCase))
			return Optional.empty();
		String hint = values.stream().filter(word::equalsIgnoreCase).findFirst()
				.or(() -> Similarity.closest(word, values))
				.map(value -> "did you mean " + value + "?").orElseGet(() -> "write " + String.join(", ", values));
		return Optional.of(new Finding(Kind.NOT_ONE_OF, "'" + word + "' is not possible here; " + hint));
	}
}

package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/** A word that may be of any of several types: {@code forever} or a number of seconds. */
record UnionType(List<Argument> alternatives) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new UnionType(row.rows("types").stream().map(ArgumentTypes::argument).toList());
	}

	@Override
	public String id() {
		return "oneOf";
	}

	@Override
	public String label(String name) {
		return alternatives.stream().map(Argument::signature).collect(Collectors.joining("|"));
	}

	@Override
	public List<String> values() {
		return alternatives.stream().flatMap(alternative -> alternative.type().values().stream()).toList();
	}

	@Override
	public Optional<NameKind> refersTo() {
		return alternatives.stream().flatMap(alternative -> alternative.type().refersTo().stream()).findFirst();
	}

	@Override
	public Optional<Finding> check(String word) {
		List<Optional<Finding>> findings = alternatives.stream().map(alternative -> alternative.type().check(word)).toList();
		if (findings.stream().anyMatch(Optional::isEmpty))
			return Optional.empty();
		// A number that is only too great says more than "none of these".
		return findings.stream().flatMap(Optional::stream).filter(finding -> finding.kind() == Kind.OUT_OF_RANGE).findFirst()
				.or(() -> Optional.of(new Finding(Kind.NOT_ONE_OF, "'" + word + "' is not possible here; write " + label(""))));
	}
}

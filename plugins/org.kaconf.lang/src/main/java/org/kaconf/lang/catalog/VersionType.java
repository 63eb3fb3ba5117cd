package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.KeepalivedVersion;

/** A release of keepalived. The last one of each line is offered; the others are possible too. */
record VersionType() implements ArgumentType {

	static ArgumentType read(Row row) {
		return new VersionType();
	}

	@Override
	public String id() {
		return "version";
	}

	@Override
	public List<String> values() {
		return Releases.lines().stream().map(KeepalivedVersion::toString).toList();
	}

	@Override
	public Optional<Finding> check(String word) {
		Kind kind = KeepalivedVersion.parse(word).isPresent() ? Kind.OUT_OF_RANGE : Kind.WRONG_TYPE;
		return Releases.objection(word).map(objection -> new Finding(kind, objection));
	}
}

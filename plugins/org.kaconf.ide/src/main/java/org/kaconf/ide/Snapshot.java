package org.kaconf.ide;

import java.nio.file.Path;
import java.util.List;

/**
 * A file's text at one moment, with what was found out about it so far. What a service needs is computed when it is first asked
 * for and kept; a snapshot may be used by several threads.
 */
public final class Snapshot {
	private final Path file;
	private final String text;
	private final Lazy<SourceUnit> unit;

	Snapshot(Path file, String text) {
		this.file = file;
		this.text = text;
		this.unit = new Lazy<>(() -> new SourceUnit(file, text));
	}

	/** Absolute and normalized. */
	public Path file() {
		return file;
	}

	public String text() {
		return text;
	}

	SourceUnit unit() {
		return unit.get();
	}

	Names names() {
		return new Names(unit(), List.of(unit()));
	}

	EffectiveValues effectiveValues() {
		return new EffectiveValues(List.of());
	}
}

package org.kaconf.ide;

import java.nio.file.Path;

import org.kaconf.ide.source.Statement;

/**
 * A place where a name is written.
 *
 * @param offset start of the name alone, without quotes, {@code @} or {@code $}
 */
record Occurrence(Name name, Path file, int offset, int length, boolean definition, Statement statement) {
	boolean touches(int position) {
		return offset <= position && position <= offset + length;
	}

	Target target() {
		return new Target(file, offset, length);
	}
}

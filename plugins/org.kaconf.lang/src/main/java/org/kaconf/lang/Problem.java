package org.kaconf.lang;

import java.util.List;

import org.kaconf.model.Origin;

/**
 * Something wrong that was found while reading text.
 *
 * @param message one sentence that says what is wrong and what to do
 */
public record Problem(ProblemKind kind, String message, Origin origin, List<Related> related) {
	public Problem {
		related = List.copyOf(related);
	}

	public Problem(ProblemKind kind, String message, Origin origin) {
		this(kind, message, origin, List.of());
	}

	@Override
	public String toString() {
		return origin + ": " + message;
	}
}

package org.kaconf.generator;

import org.kaconf.model.Origin;

/** A configuration that no file can be made from. The message is one line, says where and what to do. */
public class GeneratorException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient Origin origin;

	public GeneratorException(Origin origin, String problem) {
		super(origin.isKnown() ? origin + ": " + problem : problem);
		this.origin = origin;
	}

	/** Where the cause is written; {@link Origin#NONE} when the text does not say. */
	public Origin origin() {
		return origin == null ? Origin.NONE : origin;
	}
}

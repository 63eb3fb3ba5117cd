package org.kaconf.lang.catalog;

import org.kaconf.model.KeepalivedVersion;

/**
 * One word (or, when repeated, one or more) that stands after a keyword or an option.
 *
 * @param name     what it is called in signatures and messages, {@code VRID}
 * @param type     what it may be
 * @param optional whether it may be left out
 * @param repeated whether further words of the same type may follow
 * @param since    the first version that reads it, null when all do that know the keyword
 */
public record Argument(String name, ArgumentType type, boolean optional, boolean repeated, KeepalivedVersion since) {

	/** As written in a signature: {@code VRID(1..255)}, {@code [USER]}, {@code EMAIL...}. */
	public String signature() {
		String text = repeated ? type.label(name) + "..." : type.label(name);
		return optional ? "[" + text + "]" : text;
	}

	boolean knownIn(KeepalivedVersion version) {
		return since == null || since.compareTo(version) <= 0;
	}
}

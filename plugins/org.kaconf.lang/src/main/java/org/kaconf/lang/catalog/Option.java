package org.kaconf.lang.catalog;

import java.util.List;
import java.util.stream.Collectors;

import org.kaconf.model.KeepalivedVersion;

/**
 * A word that may follow the arguments in any order, with arguments of its own: {@code dev eth0}, {@code reverse}.
 *
 * @param word        how it is written
 * @param arguments   what must follow it
 * @param since       the first version that knows it, null when all do
 * @param aliasOf     the option it is another spelling of, null when none
 * @param replacedBy  what to write instead when it is deprecated, null when it is not
 * @param description what it does
 */
public record Option(String word, List<Argument> arguments, KeepalivedVersion since, String aliasOf, String replacedBy,
		String description) {

	/** As written in a signature: {@code dev INTERFACE}. */
	public String signature() {
		return arguments.isEmpty() ? word
				: word + " " + arguments.stream().map(Argument::signature).collect(Collectors.joining(" "));
	}

	boolean knownIn(KeepalivedVersion version) {
		return since == null || since.compareTo(version) <= 0;
	}

	Option at(KeepalivedVersion version) {
		return new Option(word, Syntax.knownIn(version, arguments), since, aliasOf, replacedBy, description);
	}
}

package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.model.KeepalivedVersion;

/**
 * What may stand on a line: arguments by position, then options in any order.
 *
 * @param arguments the arguments, the optional ones last
 * @param options   the options
 * @param freeOrder whether options may also stand before the arguments (routes and rules)
 */
public record Syntax(List<Argument> arguments, List<Option> options, boolean freeOrder) {
	/** More options than these are not listed in a signature or a message. */
	static final int LISTED_OPTIONS = 8;

	/** Whether nothing may follow the keyword. */
	public boolean isEmpty() {
		return arguments.isEmpty() && options.isEmpty();
	}

	public Optional<Option> option(String word) {
		for (Option option : options)
			if (option.word().equals(word))
				return Optional.of(option);
		return Optional.empty();
	}

	/** The arguments and options as one readable line, empty when there are none. Many options are only hinted at. */
	public String signature() {
		List<String> optional = options.stream().filter(option -> option.aliasOf() == null).map(option -> "[" + option.signature() + "]").toList();
		return Stream.concat(arguments.stream().map(Argument::signature),
				optional.size() <= LISTED_OPTIONS ? optional.stream() : Stream.of("[OPTION ...]")).collect(Collectors.joining(" "));
	}

	/** Whether keepalived reads the line again with its second tokeniser (see {@link ArgumentType#rereadsLine()}). */
	public boolean rereadsLine() {
		return arguments.stream().anyMatch(argument -> argument.type().rereadsLine());
	}

	/**
	 * Checks the words of a line.
	 *
	 * @param owner what the words belong to, for messages
	 * @param words the words, quotes removed, after the keyword; all words of an entry of a value block
	 */
	public List<ValueProblem> check(String owner, List<String> words) {
		return new SyntaxCheck(this, owner, words).run();
	}

	Syntax at(KeepalivedVersion version) {
		if (isSameInAllVersions())
			return this;
		return new Syntax(knownIn(version, arguments),
				options.stream().filter(option -> option.knownIn(version)).map(option -> option.at(version)).toList(), freeOrder);
	}

	private boolean isSameInAllVersions() {
		for (Option option : options)
			if (option.since() != null || !haveAlwaysBeen(option.arguments()))
				return false;
		return haveAlwaysBeen(arguments);
	}

	private static boolean haveAlwaysBeen(List<Argument> arguments) {
		for (Argument argument : arguments)
			if (argument.since() != null)
				return false;
		return true;
	}

	static List<Argument> knownIn(KeepalivedVersion version, List<Argument> arguments) {
		return arguments.stream().filter(argument -> argument.knownIn(version)).toList();
	}
}

package org.kaconf.model;

import java.util.List;

/**
 * A program to run, never through a shell.
 *
 * @param words the program's path and its arguments; not empty
 * @param user name of the user to run as; {@code null} for the node's script user
 * @param group name of the group; {@code null} for the user's own group
 */
public record Command(List<String> words, String user, String group) {
	public Command {
		words = List.copyOf(words);
		if (words.isEmpty()) {
			throw new IllegalArgumentException("a command needs a program");
		}
	}

	public static Command of(String... words) {
		return new Command(List.of(words), null, null);
	}
}

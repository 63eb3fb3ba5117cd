package org.kaconf.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder Kaconf was started from: the one that holds the start script, the examples and the IDE. */
final class ProjectHome {
	/** Set by the start script. */
	private static final String PROPERTY = "kaconf.home";

	private ProjectHome() {
	}

	/** @throws CommandFailure when Kaconf was not started by its script */
	static Path find() {
		String home = System.getProperty(PROPERTY);
		if (home == null || !Files.isDirectory(Path.of(home))) {
			throw new CommandFailure("the folder of Kaconf is not known; start it with the script 'kaconf' in that folder");
		}
		return Path.of(home);
	}
}

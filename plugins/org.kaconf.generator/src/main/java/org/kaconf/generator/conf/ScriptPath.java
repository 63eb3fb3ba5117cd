package org.kaconf.generator.conf;

/** The path of a script the way keepalived reads it behind {@code script}. */
final class ScriptPath {
	private ScriptPath() {
	}

	/** keepalived takes the outer quotes off and splits what is left at blanks, unless it stands between apostrophes. */
	static String word(String path) {
		return path.indexOf(' ') < 0 ? "\"" + path + "\"" : "\"'" + path + "'\"";
	}

	/** Whether keepalived can be told of this path at all: no quote, backslash or control character, and not what starts a replacement. */
	static boolean isPossible(String path) {
		return path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '"' || c == '\'' || c == '\\' || c == '$');
	}
}

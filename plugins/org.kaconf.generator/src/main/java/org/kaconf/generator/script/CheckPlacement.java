package org.kaconf.generator.script;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.kaconf.model.Command;
import org.kaconf.model.Node;
import org.kaconf.model.Script;

/**
 * Where the check scripts of a node lie, and what runs them.
 *
 * @param directory absolute folder of the scripts as the node sees it, without a slash at its end
 */
public record CheckPlacement(String directory) {
	/** Between the last thing a script waits for and the moment it is killed. */
	private static final Duration VERDICT = Duration.ofSeconds(1);

	public String path(Script script) {
		return directory + "/" + fileName(script.name());
	}

	/**
	 * The name of a script's file: the script's own where it is one for a file, every other character as its UTF-8 bytes in hexadecimal.
	 * Different scripts have different files.
	 */
	public static String fileName(String scriptName) {
		StringBuilder name = new StringBuilder();
		for (byte b : scriptName.getBytes(StandardCharsets.UTF_8)) {
			boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_'
					|| b == '.' && !name.isEmpty();
			name.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
		}
		return name.toString();
	}

	/**
	 * The script as it is run: a check gets the path of its program. keepalived kills a script after its timeout, which is the interval where
	 * none is written; a check that may wait longer, as for a process to start, then gets the time it needs.
	 */
	public Script resolve(Script script) {
		if (script.check() == null) {
			return script;
		}
		return new Script(script.name(), Command.of(path(script)), script.check(), script.interval(), timeout(script), script.rise(),
				script.fall(), script.weight(), script.reverse(), script.initFail(), script.origins());
	}

	/** The node with every script as it is run. */
	public Node resolve(Node node) {
		List<Script> scripts = node.scripts().stream().map(this::resolve).toList();
		return node.withScripts(scripts);
	}

	/** Whether the timeout has to be written because the text leaves too little time and says nothing. */
	public static boolean needsTimeout(Script script) {
		return script.check() != null && !script.origins().isWritten("timeout") && needed(script).compareTo(script.timeout()) > 0;
	}

	/** Whole seconds, because that is what keepalived reads. */
	public static Duration timeout(Script script) {
		return needsTimeout(script) ? needed(script) : script.timeout();
	}

	private static Duration needed(Script script) {
		Duration needed = script.check().longestRun().plus(VERDICT);
		return needed.getNano() == 0 ? needed : Duration.ofSeconds(needed.getSeconds() + 1);
	}
}

package org.kaconf.generator.script;

import java.nio.charset.StandardCharsets;
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

	/** The script as it is run: a check gets the path of its program. */
	public Script resolve(Script script) {
		Command command = script.command();
		return script.check() == null ? script : script.withCommand(new Command(List.of(path(script)), command.user(), command.group()));
	}

	/** The node with every script as it is run. */
	public Node resolve(Node node) {
		List<Script> scripts = node.scripts().stream().map(this::resolve).toList();
		return node.withScripts(scripts);
	}

	/** Whether the check's timeout is another than keepalived would take, although the text says none, and so has to be written. */
	public static boolean needsTimeout(Script script) {
		return script.check() != null && !script.origins().isWritten("timeout") && !script.timeout().equals(script.interval());
	}
}

package org.kaconf.acceptance.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail as a server was given it.
 *
 * @param greeting how the sender called itself, without the command
 * @param sender of the envelope, and so are the recipients
 * @param headers by name, with lines that were folded put together
 * @param body its lines, without empty ones at the end
 */
record Letter(String greeting, String sender, List<String> recipients, Map<String, String> headers, String body) {
	static Letter of(String greeting, String sender, List<String> recipients, List<String> lines) {
		Map<String, String> headers = new LinkedHashMap<>();
		int end = lines.indexOf("");
		String name = null;
		for (String line : lines.subList(0, end)) {
			if (line.startsWith(" ") || line.startsWith("\t")) {
				headers.merge(name, " " + line.strip(), String::concat);
			} else {
				name = line.substring(0, line.indexOf(':'));
				headers.put(name, line.substring(name.length() + 1).strip());
			}
		}
		return new Letter(greeting, sender, List.copyOf(recipients), headers, String.join("\n", lines.subList(end + 1, lines.size())).stripTrailing());
	}

	String subject() {
		return headers.get("Subject");
	}
}

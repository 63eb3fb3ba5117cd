package org.kaconf.generator.script;

import org.kaconf.model.CheckSpec;

/** Writes the shell program for a check. */
public final class CheckScripts {
	private static final CheckScriptTemplates TEMPLATES = new CheckScriptTemplates();

	private CheckScripts() {
	}

	/** The whole text of the script, the same for equal arguments. */
	public static String render(CheckSpec check, ScriptHead head) {
		return switch (check) {
			case CheckSpec.Process process -> TEMPLATES.process(process, head);
			case CheckSpec.Http http -> TEMPLATES.http(http, head);
			case CheckSpec.Tcp tcp -> TEMPLATES.tcp(tcp, head);
			case CheckSpec.Systemd systemd -> TEMPLATES.systemd(systemd, head);
			case CheckSpec.File file -> TEMPLATES.file(file, head);
			case CheckSpec.ShellCommand command -> TEMPLATES.command(command, head);
		};
	}
}

package org.kaconf.lint.rule;

import java.util.Locale;

/** What a rule looks at. */
public enum RuleGroup {
	SYNTAX("Whether the text can be read at all, line by line."),
	KEYWORD("Whether each keyword is known, and known where it stands."),
	VALUE("Whether the words after a keyword are what it takes."),
	REFERENCE("Whether names are defined, once, and before they are used."),
	INSTANCE("Whether a virtual router instance makes sense on its node."),
	CLUSTER("Whether the nodes agree with each other; no single node can see that."),
	FAILOVER("Whether the virtual addresses move when something fails, and come back."),
	SCRIPT("Whether check scripts can run."),
	SECURITY("Whether others could abuse what runs."),
	STYLE("Whether comments to this checker and its settings are in order.");

	private final String description;

	RuleGroup(String description) {
		this.description = description;
	}

	public String description() {
		return description;
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}

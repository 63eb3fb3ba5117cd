package org.kaconf.lint.rule;

/** Whether the fix a rule offers can be applied unseen. */
public enum FixSafety {
	/** It offers none: only the administrator knows what was meant. */
	NONE("There is no automatic fix."),
	/** The daemon behaves as before, or as was beyond doubt meant. */
	SAFE("The fix is safe: it keeps what the daemon does, or does what was beyond doubt meant."),
	/** It changes what the daemon does. */
	UNSAFE("The fix changes what the daemon does: look at it before you apply it.");

	private final String description;

	FixSafety(String description) {
		this.description = description;
	}

	public String description() {
		return description;
	}
}

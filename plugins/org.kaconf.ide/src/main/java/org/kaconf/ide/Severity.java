package org.kaconf.ide;

/** How bad a diagnostic is, the worst first. */
public enum Severity {
	ERROR("Error"), WARNING("Warning"), INFO("Info");

	private final String title;

	Severity(String title) {
		this.title = title;
	}

	/** The word shown to the user. */
	public String title() {
		return title;
	}
}

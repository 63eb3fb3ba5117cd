package org.kaconf.ide;

/**
 * A text for a frequent task.
 *
 * @param context the kind of block it may stand in
 * @param body indented by tabs; {@link #CARET} marks where the cursor goes
 */
record Snippet(String context, String label, String title, String body) {
	static final String CARET = "|";
}

package org.kaconf.ide;

/** An occurrence, in the same text, of the name at the cursor. */
public record Highlight(int offset, int length, boolean definition) {
}

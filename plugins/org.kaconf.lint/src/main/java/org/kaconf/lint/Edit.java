package org.kaconf.lint;

import org.kaconf.model.Origin;

/** Replaces a range of text; an empty range inserts, an empty new text deletes. */
public record Edit(Origin range, String newText) {
}

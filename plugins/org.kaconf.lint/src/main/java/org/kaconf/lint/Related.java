package org.kaconf.lint;

import org.kaconf.model.Origin;

/**
 * Another place that belongs to a diagnostic, such as the same value on another node.
 *
 * @param message what is to be seen there, one line
 */
public record Related(Origin origin, String message) {
}

package org.kaconf.lint.rule;

import org.kaconf.model.Origin;

/**
 * A line of a kaconf.properties file that sets nothing.
 *
 * @param message what is wrong and what to write instead
 */
public record SettingsProblem(Origin origin, String message) {
}

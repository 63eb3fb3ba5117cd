package org.kaconf.lang;

import org.kaconf.model.Origin;

/** A further place that explains a problem. */
public record Related(Origin origin, String message) {
}

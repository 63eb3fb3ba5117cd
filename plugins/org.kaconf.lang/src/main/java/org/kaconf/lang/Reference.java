package org.kaconf.lang;

import org.kaconf.model.Origin;

/**
 * A name that is used.
 *
 * @param kind what it names, as in {@link Definition}
 * @param origin the name itself
 * @param definition what it refers to; {@code null} when the text defines no such thing
 */
public record Reference(String kind, String name, Origin origin, Definition definition) {
}

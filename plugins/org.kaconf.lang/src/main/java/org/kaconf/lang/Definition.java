package org.kaconf.lang;

import org.kaconf.model.Origin;

/**
 * A name that something in the text defines.
 *
 * @param kind what it names: the id of a {@link org.kaconf.lang.catalog.NameKind}, or {@link Index#VARIABLE} for {@code $NAME=}
 * @param origin the name itself
 * @param element the statement that defines it
 */
public record Definition(String kind, String name, Origin origin, Origin element) {
}

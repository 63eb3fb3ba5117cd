/**
 * What a cluster means: immutable records that the language builds and that rules, analysis, generator and runtime read.
 *
 * <p>Units are explicit in the types ({@link java.time.Duration}) or in the names. A component that may be absent is {@code null} and says
 * so; lists are never {@code null} and never modifiable. Each element carries {@link org.kaconf.model.Origins}: the place in the text of
 * every value written in it. Origins do not take part in equality, so two texts mean the same if their models are equal.
 */
package org.kaconf.model;

/**
 * The keyword catalog: the vocabulary of keepalived.conf and of Kaconf's additions, as data.
 *
 * <p>One JSON file a kind of block lies beside this package's classes in the resources, one line a keyword; what the
 * parser, the checks, completion, hover, the documentation and the generator know about a keyword comes from there and
 * from nowhere else. {@link org.kaconf.lang.catalog.Catalog} is the way in.
 *
 * <p>A kind of block has an id: {@code root}, {@code vrrp_instance}, {@code vrrp_instance/authentication}. A value block
 * that means the same in several places has a short one: {@code virtual_ipaddress}, {@code track_script}. Its file is
 * named after it with dots for slashes; {@code index.json} lists the kinds in reading order.
 *
 * <p>Members of a file: {@code block} (its id), {@code title}, {@code description}, {@code extension} (true for Kaconf's
 * own), {@code extends} (ids whose rows are taken over; a row of the same name replaces the inherited one; kinds that
 * only serve this start with an underscore and are not in the index), {@code keywords} (rows) or {@code entry}.
 *
 * <p>Members of a row, all but the first and the last optional: {@code keyword}; {@code arguments}, {@code options},
 * {@code freeOrder} (what follows it, below); {@code block}, {@code blockOptional} (what it opens); {@code variants} (id of
 * a kind whose keywords may be the first word, each with arguments and a block of its own); {@code cardinality} (one, one-required, many, first-wins,
 * last-wins; last-wins when absent); {@code default}; {@code unit}; {@code since}, {@code removed} (versions); {@code aliasOf};
 * {@code deprecated} (why); {@code replacedBy}; {@code feature} (a build option of keepalived); {@code extension};
 * {@code revisions} (a list of what newer versions changed: {@code since} with new {@code arguments} and
 * {@code options}, {@code default}, {@code deprecated}, {@code replacedBy}); {@code description}. Rows describe the oldest of the
 * {@link org.kaconf.lang.catalog.Releases} that has the keyword and say what came later.
 *
 * <p>An argument has {@code type}, {@code name}, {@code optional}, {@code repeated}, {@code since} and the members of its type:
 * <ul>
 * <li>{@code integer} (min, max, anyBase), {@code range} (min, max, both), {@code decimal} (min, max, places), {@code port} (min);
 * <li>{@code boolean}, {@code enumeration} (values, ignoreCase), {@code oneOf} (types: a list of arguments);
 * <li>{@code definition} (kind, maxLength), {@code reference} (kind), see {@link org.kaconf.lang.catalog.NameKind};
 * <li>{@code ipAddress}, {@code ipv4}, {@code ipv6} (multicast, tailIgnored), {@code ipPrefix} (family, lengthRequired, words);
 * <li>{@code string}, {@code interface}, {@code path}, {@code user}, {@code group}, {@code email}, {@code host},
 * {@code hostPort}, {@code url}, {@code mac}, {@code hex} (each with pattern, example, maxLength);
 * <li>{@code version} (a release of keepalived);
 * <li>{@code script} (a command and its arguments in one word), {@code quoted} (a text with escapes).
 * </ul>
 *
 * <p>An option has {@code option} (the word), {@code arguments}, {@code since}, {@code aliasOf}, {@code replacedBy} and
 * {@code description}.
 *
 * <p>An {@code entry} has {@code name}, {@code arguments}, {@code options}, {@code freeOrder} and {@code manyPerLine}.
 */
package org.kaconf.lang.catalog;

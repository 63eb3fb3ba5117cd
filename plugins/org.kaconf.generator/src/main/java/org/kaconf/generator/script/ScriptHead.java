package org.kaconf.generator.script;

/**
 * What the first comment of a script says of its source.
 *
 * @param script name of the {@code vrrp_script}
 * @param source where it is written, such as {@code cluster.kaconf:20}
 */
public record ScriptHead(String script, String source) {
}

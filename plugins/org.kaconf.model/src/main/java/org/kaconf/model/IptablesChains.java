package org.kaconf.model;

/** The chains of {@code vrrp_iptables}. @param output {@code null} for none */
public record IptablesChains(String input, String output) {
}

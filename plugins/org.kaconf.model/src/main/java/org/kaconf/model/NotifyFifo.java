package org.kaconf.model;

/**
 * A named pipe that every change of state is written to.
 *
 * @param path absolute
 * @param user name of its owner; {@code null} for the node's script user
 * @param group {@code null} for the owner's own
 * @param script program that reads it, started with the path as its last argument; {@code null} for none
 */
public record NotifyFifo(String path, String user, String group, Command script) {
}

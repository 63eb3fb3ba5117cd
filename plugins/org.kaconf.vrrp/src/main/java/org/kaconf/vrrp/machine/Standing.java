package org.kaconf.vrrp.machine;

/**
 * How a tracked thing stands and what that is worth to the instance that tracks it.
 *
 * @param good {@code null} for a script without a result, and for a file
 * @param value the number in a file; {@code null} for everything else
 * @param contribution what it adds to the priority now
 * @param fault whether it keeps the instance from taking part
 */
public record Standing(Tracked tracked, Boolean good, Integer value, int contribution, boolean fault) {
}

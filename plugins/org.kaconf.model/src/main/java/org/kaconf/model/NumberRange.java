package org.kaconf.model;

/** The numbers from first to last, both included. */
public record NumberRange(long first, long last) {
}

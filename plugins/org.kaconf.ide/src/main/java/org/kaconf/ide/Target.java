package org.kaconf.ide;

import java.nio.file.Path;

/** A range of a file to go to. */
public record Target(Path file, int offset, int length) {
}

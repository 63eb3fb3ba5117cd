package org.kaconf.lint.rule;

import java.nio.file.Path;

/**
 * A file as it was read.
 *
 * @param file its name as it stands in origins
 * @param path where it lies
 */
public record SourceText(String file, Path path, String text) {
}

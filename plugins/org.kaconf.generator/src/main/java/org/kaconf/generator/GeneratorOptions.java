package org.kaconf.generator;

import java.nio.file.Path;

/**
 * How to generate.
 *
 * @param inPlace whether check scripts are referred to where they are generated, for trying a configuration out, instead of where they are
 *        installed on a node
 * @param outputFolder where the files will be written
 */
public record GeneratorOptions(boolean inPlace, Path outputFolder) {
	public GeneratorOptions {
		outputFolder = outputFolder.toAbsolutePath().normalize();
	}
}

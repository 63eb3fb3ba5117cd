package org.kaconf.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.generator.WriteResult;
import org.kaconf.lang.Analysis;

/** Generates all files of a cluster into a folder. */
final class Generation {
	private Generation() {
	}

	/** @throws CommandFailure when the cluster cannot be generated or the folder not be written; nothing is written then */
	static WriteResult write(Analysis analysis, Path folder, boolean inPlace) {
		try {
			return new OutputFolder(folder).write(Generator.generate(analysis, new GeneratorOptions(inPlace, folder)));
		} catch (IOException | GeneratorException e) {
			throw new CommandFailure(e.getMessage());
		}
	}
}

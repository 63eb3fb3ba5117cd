package org.kaconf.generator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All files of a cluster, sorted by path. */
public record GeneratedFiles(List<GeneratedFile> files) {
	public GeneratedFiles {
		files = files.stream().sorted(Comparator.comparing(GeneratedFile::relativePath)).toList();
	}

	public Optional<GeneratedFile> file(String relativePath) {
		return files.stream().filter(file -> file.relativePath().equals(relativePath)).findFirst();
	}
}

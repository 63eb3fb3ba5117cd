package org.kaconf.generator;

import java.io.File;
import java.nio.file.Path;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.SourceFile;
import org.kaconf.model.Origin;

/**
 * How generated files name the files they come from: relative to the folder of the root file, with slashes, so that they are the same wherever
 * the project lies and whatever folder kaconf is started in.
 */
public final class SourceNames {
	private final Analysis analysis;
	private final Path folder;

	public SourceNames(Analysis analysis) {
		this.analysis = analysis;
		this.folder = analysis.root().toAbsolutePath().normalize().getParent();
	}

	public String of(SourceFile file) {
		return folder.relativize(file.path().toAbsolutePath().normalize()).toString().replace(File.separatorChar, '/');
	}

	/** {@code cluster.kaconf:20}. */
	public String of(Origin origin) {
		String name = analysis.file(origin.file()).map(this::of).orElse(origin.file());
		return origin.isKnown() ? name + ":" + origin.line() : name;
	}

	/** The files of the configuration, the root first. */
	public String all() {
		return String.join(", ", analysis.files().stream().map(this::of).toList());
	}

	public String root() {
		return folder.relativize(analysis.root().toAbsolutePath().normalize()).toString();
	}
}

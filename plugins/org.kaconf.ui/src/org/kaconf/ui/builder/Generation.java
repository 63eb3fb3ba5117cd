package org.kaconf.ui.builder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;

/** Generates from the cluster files of a project, each into a folder beside it. */
final class Generation {
	/** The folder of generated files. */
	static final String FOLDER = "generated";
	/** Type of the marker of a file that cannot be generated from. */
	static final String PROBLEM = "org.kaconf.ui.generation";

	private final Kaconf language = Kaconf.create();

	/**
	 * Brings the generated files to what a file on disk says. A file without a cluster block is part of others and has no files itself.
	 *
	 * @param taken the cluster file of each folder so far; a folder has room for the files of one
	 */
	void run(IFile file, Map<IContainer, IFile> taken, IProgressMonitor monitor) throws CoreException {
		file.deleteMarkers(PROBLEM, false, IResource.DEPTH_ZERO);
		Analysis analysis = language.analyse(file.getLocation().toPath(), LoadOptions.DEFAULT);
		if (!analysis.hasClusterBlock()) {
			return;
		}
		IFile other = taken.putIfAbsent(file.getParent(), file);
		if (other != null) {
			report(file, "The folder " + FOLDER + " holds the files of " + other.getName() + "; put this cluster into a folder of its own");
			return;
		}
		IFolder folder = file.getParent().getFolder(IPath.fromPortableString(FOLDER));
		Path target = folder.getLocation().toPath();
		try {
			new OutputFolder(target).write(Generator.generate(analysis, new GeneratorOptions(false, target)));
		} catch (GeneratorException | IOException e) {
			report(file, e.getMessage());
		}
		folder.refreshLocal(IResource.DEPTH_INFINITE, monitor);
		if (folder.exists() && !folder.isDerived()) {
			folder.setDerived(true, monitor);
		}
	}

	private static void report(IFile file, String problem) throws CoreException {
		file.createMarker(PROBLEM, Map.of(IMarker.MESSAGE, "Nothing was generated: " + problem, IMarker.SEVERITY, IMarker.SEVERITY_ERROR));
	}
}

package org.kaconf.ui.builder;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;

/** Generates from a file into the folder beside it. */
final class Generation {
	static final String FOLDER = "generated";

	private Generation() {
	}

	static void of(IFile file) throws CoreException {
		file.getProject();
	}
}

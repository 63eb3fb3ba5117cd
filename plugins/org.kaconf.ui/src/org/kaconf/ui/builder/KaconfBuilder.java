package org.kaconf.ui.builder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.kaconf.ide.Diagnostic;
import org.kaconf.ide.Severity;
import org.kaconf.ui.KaconfUi;
import org.kaconf.ui.editor.FileChecks;
import org.kaconf.ui.editor.ProblemMarkers;

/**
 * Checks the files of a project and generates from those without errors. A cluster's files depend on each other through includes
 * and node files, so a change of any configuration has all of the project's cluster files looked at; that is a matter of milliseconds each.
 */
public final class KaconfBuilder extends IncrementalProjectBuilder {
	public static final String ID = "org.kaconf.ui.builder";

	private Generation generation;

	@Override
	protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
		IResourceDelta delta = kind == FULL_BUILD || kind == CLEAN_BUILD ? null : getDelta(getProject());
		if (delta == null || concernsUs(delta)) {
			List<IFile> files = new ArrayList<>();
			collect(getProject(), files);
			SubMonitor progress = SubMonitor.convert(monitor, "Checking and generating", files.size());
			Map<IContainer, IFile> taken = new HashMap<>();
			for (IFile file : files) {
				if (progress.isCanceled()) {
					throw new OperationCanceledException();
				}
				progress.subTask(file.getName());
				build(file, taken, progress.split(1));
			}
		}
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		getProject().deleteMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_INFINITE);
		getProject().deleteMarkers(Generation.PROBLEM, false, IResource.DEPTH_INFINITE);
	}

	private void build(IFile file, Map<IContainer, IFile> taken, IProgressMonitor monitor) throws CoreException {
		List<Diagnostic> found = FileChecks.checkSaved(file);
		if (KaconfUi.EXTENSION.equals(file.getFileExtension()) && found.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
			if (generation == null) {
				generation = new Generation();
			}
			generation.run(file, taken, monitor);
		}
	}

	private static boolean concernsUs(IResourceDelta delta) throws CoreException {
		boolean[] ours = {false};
		delta.accept(change -> {
			IResource resource = change.getResource();
			if (isGenerated(resource)) {
				return false;
			}
			if (resource.getType() == IResource.FILE
					&& (change.getKind() != IResourceDelta.CHANGED || (change.getFlags() & IResourceDelta.CONTENT) != 0)) {
				ours[0] = true;
			}
			return !ours[0];
		});
		return ours[0];
	}

	private static void collect(IContainer folder, List<IFile> files) throws CoreException {
		for (IResource member : folder.members()) {
			if (isGenerated(member)) {
				continue;
			}
			if (member instanceof IFile file && FileChecks.isOurs(file)) {
				files.add(file);
			} else if (member instanceof IContainer inner) {
				collect(inner, files);
			}
		}
	}

	private static boolean isGenerated(IResource resource) {
		return resource.getType() == IResource.FOLDER && resource.getName().equals(Generation.FOLDER);
	}
}

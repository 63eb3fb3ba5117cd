package org.kaconf.ui.builder;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.handlers.HandlerUtil;

/** "Configure > Add Kaconf nature" and "Remove Kaconf nature" of a project. */
public final class ToggleNature extends AbstractHandler {
	private static final String ADD = "org.kaconf.ui.addNature";

	@Override
	public Object execute(ExecutionEvent event) {
		boolean add = event.getCommand().getId().equals(ADD);
		for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
			IProject project = Adapters.adapt(selected, IProject.class);
			if (project != null && project.isOpen()) {
				Job job = Job.create("Configuring " + project.getName(), (ICoreRunnable) monitor -> KaconfNature.set(project, add, monitor));
				job.setRule(project.getWorkspace().getRoot());
				job.schedule();
			}
		}
		return null;
	}
}

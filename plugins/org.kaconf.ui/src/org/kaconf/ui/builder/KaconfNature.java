package org.kaconf.ui.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project whose files are checked on every change, and generated from when they are saved without errors. */
public final class KaconfNature implements IProjectNature {
	public static final String ID = "org.kaconf.ui.nature";

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		List<ICommand> commands = new ArrayList<>(Arrays.asList(description.getBuildSpec()));
		if (commands.stream().noneMatch(command -> command.getBuilderName().equals(KaconfBuilder.ID))) {
			ICommand command = description.newCommand();
			command.setBuilderName(KaconfBuilder.ID);
			commands.add(command);
			description.setBuildSpec(commands.toArray(ICommand[]::new));
			project.setDescription(description, null);
		}
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(Arrays.stream(description.getBuildSpec())
				.filter(command -> !command.getBuilderName().equals(KaconfBuilder.ID)).toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject newProject) {
		project = newProject;
	}

	/** Gives a project the nature, or takes it away. */
	public static void set(IProject project, boolean wanted, IProgressMonitor monitor) throws CoreException {
		if (project.hasNature(ID) != wanted) {
			IProjectDescription description = project.getDescription();
			List<String> natures = new ArrayList<>(Arrays.asList(description.getNatureIds()));
			if (wanted) {
				natures.add(ID);
			} else {
				natures.remove(ID);
			}
			description.setNatureIds(natures.toArray(String[]::new));
			project.setDescription(description, monitor);
		}
	}
}

package org.kaconf.ui.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.kaconf.ui.KaconfUi;
import org.kaconf.ui.builder.KaconfNature;

/** Makes a project with the nginx example in it, ready to be changed. */
public final class NewKaconfProject extends Wizard implements INewWizard {
	/** The example's file, in this plug-in and in the new project. */
	public static final String EXAMPLE = "cluster.kaconf";

	private IWorkbench workbench;
	private WizardNewProjectCreationPage page;

	@Override
	public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
		workbench = newWorkbench;
		setWindowTitle("New Kaconf Project");
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new WizardNewProjectCreationPage("project");
		page.setTitle("Kaconf project");
		page.setDescription("A cluster of two nodes that share a virtual address in front of nginx, as a start.");
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		URI location = page.useDefaults() ? null : page.getLocationURI();
		IWorkspaceRunnable creation = monitor -> create(project, location, monitor);
		try {
			getContainer().run(true, true, monitor -> {
				try {
					ResourcesPlugin.getWorkspace().run(creation, monitor);
				} catch (CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), project.getFile(EXAMPLE));
			return true;
		} catch (InvocationTargetException e) {
			MessageDialog.openError(getShell(), getWindowTitle(), "The project could not be made: " + e.getCause().getMessage());
		} catch (PartInitException e) {
			MessageDialog.openError(getShell(), getWindowTitle(), e.getMessage());
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	/**
	 * Makes the project.
	 *
	 * @param location its folder; null for one in the workspace
	 */
	public static void create(IProject project, URI location, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 4);
		IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
		description.setLocationURI(location);
		project.create(description, progress.split(1));
		project.open(progress.split(1));
		IFile file = project.getFile(EXAMPLE);
		if (!file.exists()) {
			try (InputStream example = FileLocator.openStream(KaconfUi.instance().getBundle(), IPath.fromPortableString("templates/" + EXAMPLE), false)) {
				file.create(example, true, progress.split(1));
			} catch (IOException e) {
				throw new CoreException(Status.error("The example is missing from the plug-in", e));
			}
		}
		KaconfNature.set(project, true, progress.split(1));
	}
}

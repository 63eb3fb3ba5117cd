package org.kaconf.launching.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.kaconf.launching.NodeFiles;
import org.kaconf.launching.NodeLaunch;

/** "Run As > Kaconf node" on a file: asks which node where there are several, and keeps a launch configuration for it. */
public final class NodeShortcut implements ILaunchShortcut {
	@Override
	public void launch(ISelection selection, String mode) {
		if (selection instanceof IStructuredSelection structured) {
			launch(Adapters.adapt(structured.getFirstElement(), IFile.class), mode);
		}
	}

	@Override
	public void launch(IEditorPart editor, String mode) {
		launch(Adapters.adapt(editor.getEditorInput(), IFile.class), mode);
	}

	private static void launch(IFile file, String mode) {
		if (file == null || file.getLocation() == null) {
			return;
		}
		Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
		Job.create("Reading " + file.getName(), (ICoreRunnable) monitor -> {
			List<String> nodes = NodeFiles.nodes(file.getLocation().toPath());
			shell.getDisplay().asyncExec(() -> chooseAndLaunch(shell, file, nodes, mode));
		}).schedule();
	}

	private static void chooseAndLaunch(Shell shell, IFile file, List<String> nodes, String mode) {
		if (nodes.isEmpty()) {
			MessageDialog.openInformation(shell, "Kaconf node", file.getName() + " has no node to start: add a cluster block with nodes.");
			return;
		}
		String node = nodes.size() == 1 ? nodes.getFirst() : choose(shell, nodes);
		if (node != null) {
			try {
				DebugUITools.launch(configuration(file, node), mode);
			} catch (CoreException e) {
				ILog.of(NodeShortcut.class).log(e.getStatus());
				MessageDialog.openError(shell, "Kaconf node", e.getStatus().getMessage());
			}
		}
	}

	private static String choose(Shell shell, List<String> nodes) {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider());
		dialog.setTitle("Kaconf node");
		dialog.setMessage("Which node is to be started?");
		dialog.setElements(nodes.toArray());
		dialog.setInitialSelections(nodes.getFirst());
		return dialog.open() == Window.OK ? (String) dialog.getFirstResult() : null;
	}

	/** The configuration for a node of a file: the one there is, or a new one. */
	static ILaunchConfiguration configuration(IFile file, String node) throws CoreException {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationType type = manager.getLaunchConfigurationType(NodeLaunch.TYPE);
		List<ILaunchConfiguration> same = new ArrayList<>();
		for (ILaunchConfiguration configuration : manager.getLaunchConfigurations(type)) {
			if (file.getFullPath().toString().equals(configuration.getAttribute(NodeLaunch.FILE, ""))
					&& node.equals(configuration.getAttribute(NodeLaunch.NODE, ""))) {
				same.add(configuration);
			}
		}
		if (!same.isEmpty()) {
			return same.getFirst();
		}
		ILaunchConfigurationWorkingCopy copy = type.newInstance(null,
				manager.generateLaunchConfigurationName(node + " of " + file.getName()));
		copy.setAttribute(NodeLaunch.FILE, file.getFullPath().toString());
		copy.setAttribute(NodeLaunch.NODE, node);
		copy.setMappedResources(new IFile[] {file});
		return copy.doSave();
	}
}

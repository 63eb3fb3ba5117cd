package org.kaconf.launching.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.kaconf.launching.JavaFinder;
import org.kaconf.launching.NodeFiles;
import org.kaconf.launching.NodeLaunch;
import org.kaconf.launching.NodeLaunchDelegate;

/** Which file and node are started, with what privilege and which Java. */
public final class NodeTab extends AbstractLaunchConfigurationTab {
	private final ModifyListener changed = event -> updateLaunchConfigurationDialog();
	private Text file;
	private Combo node;
	private Combo privilege;
	private Text jdk;

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
		GridDataFactory fill = GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false);

		label(area, "File:");
		file = new Text(area, SWT.BORDER);
		fill.applyTo(file);
		button(area, "Browse...", this::browseFile);

		label(area, "Node:");
		node = new Combo(area, SWT.BORDER);
		fill.copy().span(2, 1).applyTo(node);

		label(area, "Privilege command:");
		privilege = new Combo(area, SWT.BORDER);
		privilege.setItems("", "sudo -n", "pkexec", "ip netns exec ");
		fill.copy().span(2, 1).applyTo(privilege);
		hint(area, "Stands in front of the command: the runtime needs CAP_NET_ADMIN and CAP_NET_RAW. Empty where Eclipse has them.");

		label(area, "JDK " + NodeLaunch.JAVA + ":");
		jdk = new Text(area, SWT.BORDER);
		jdk.setMessage(JavaFinder.ofThisMachine().find(NodeLaunch.JAVA).map(home -> "found: " + home).orElse("none found"));
		fill.applyTo(jdk);
		button(area, "Browse...", this::browseJdk);
		hint(area, "Empty to have one looked for.");

		file.addModifyListener(event -> {
			offerNodes();
			updateLaunchConfigurationDialog();
		});
		node.addModifyListener(changed);
		privilege.addModifyListener(changed);
		jdk.addModifyListener(changed);
		setControl(area);
	}

	private static void label(Composite area, String text) {
		new Label(area, SWT.NONE).setText(text);
	}

	private static void hint(Composite area, String text) {
		new Label(area, SWT.NONE);
		Label label = new Label(area, SWT.WRAP);
		label.setText(text);
		label.setEnabled(false);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
	}

	private static void button(Composite area, String text, Runnable action) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
	}

	private void browseFile() {
		FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(getShell(), false,
				ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
		dialog.setTitle("Choose the cluster's file");
		dialog.setInitialPattern("*.kaconf");
		if (dialog.open() == FilteredResourcesSelectionDialog.OK && dialog.getFirstResult() instanceof IFile chosen) {
			file.setText(chosen.getFullPath().toString());
		}
	}

	private void browseJdk() {
		DirectoryDialog dialog = new DirectoryDialog(getShell());
		dialog.setMessage("The folder of a JDK " + NodeLaunch.JAVA + " or newer");
		String chosen = dialog.open();
		if (chosen != null) {
			jdk.setText(chosen);
		}
	}

	/** Fills the list of nodes from the file, in the background. */
	private void offerNodes() {
		Path path = path();
		if (path == null) {
			return;
		}
		Display display = node.getDisplay();
		Job job = Job.createSystem("Reading the nodes of " + path, (ICoreRunnable) monitor -> {
			List<String> names = NodeFiles.nodes(path);
			display.asyncExec(() -> {
				if (!node.isDisposed()) {
					String current = node.getText();
					node.setItems(names.toArray(String[]::new));
					node.setText(current.isEmpty() && !names.isEmpty() ? names.getFirst() : current);
				}
			});
		});
		job.schedule();
	}

	private Path path() {
		IPath path = IPath.fromPortableString(file.getText().strip());
		IFile inWorkspace = path.segmentCount() < 2 ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		Path result = inWorkspace != null && inWorkspace.exists() ? inWorkspace.getLocation().toPath() : path.toPath();
		return Files.isRegularFile(result) ? result : null;
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(NodeLaunch.PRIVILEGE, "");
		configuration.setAttribute(NodeLaunch.JDK, "");
	}

	@Override
	public void initializeFrom(ILaunchConfiguration configuration) {
		try {
			node.setText(configuration.getAttribute(NodeLaunch.NODE, ""));
			privilege.setText(configuration.getAttribute(NodeLaunch.PRIVILEGE, ""));
			jdk.setText(configuration.getAttribute(NodeLaunch.JDK, ""));
			file.setText(configuration.getAttribute(NodeLaunch.FILE, ""));
		} catch (CoreException e) {
			ILog.of(NodeTab.class).log(e.getStatus());
		}
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(NodeLaunch.FILE, file.getText().strip());
		configuration.setAttribute(NodeLaunch.NODE, node.getText().strip());
		configuration.setAttribute(NodeLaunch.PRIVILEGE, privilege.getText().strip());
		configuration.setAttribute(NodeLaunch.JDK, jdk.getText().strip());
	}

	@Override
	public boolean isValid(ILaunchConfiguration configuration) {
		setErrorMessage(null);
		try {
			NodeLaunchDelegate.file(configuration);
			if (configuration.getAttribute(NodeLaunch.NODE, "").isBlank()) {
				setErrorMessage("Choose the node to start.");
			}
			String home = configuration.getAttribute(NodeLaunch.JDK, "");
			if (!home.isBlank() && JavaFinder.version(Path.of(home)) < NodeLaunch.JAVA) {
				setErrorMessage(home + " is not the folder of a Java " + NodeLaunch.JAVA + " or newer.");
			}
		} catch (CoreException e) {
			setErrorMessage(e.getStatus().getMessage());
		}
		return getErrorMessage() == null;
	}

	@Override
	public String getName() {
		return "Node";
	}

	@Override
	public Image getImage() {
		return DebugUITools.getImage(NodeLaunch.TYPE);
	}
}

package org.kaconf.launching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Starts the runtime for one node: generates the node's files into the plug-in's state area and runs the runtime's jars, which lie in
 * this plug-in, in a JVM of their own behind the privilege command.
 */
public final class NodeLaunchDelegate extends LaunchConfigurationDelegate {
	@Override
	public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, "Starting the node", 3);
		Path file = file(configuration);
		String node = configuration.getAttribute(NodeLaunch.NODE, "");
		List<String> privilege = Arrays.asList(DebugPlugin.parseArguments(substituted(configuration, NodeLaunch.PRIVILEGE)));
		Path java = java(configuration).resolve("bin/java");
		Path folder = stateFolder(configuration);
		Path json = NodeFiles.generate(file, node, folder);
		RuntimeJars runtime = RuntimeJars.find();
		progress.worked(1);
		if (progress.isCanceled()) {
			return;
		}
		// A folder of its own for each run: other daemons may run for nodes of the same name, in other network namespaces.
		// It is not in the workspace, whose path may be too long for a socket.
		RunFolder run = RunFolder.create();
		List<String> command = new ArrayList<>(privilege);
		command.add(java.toString());
		command.addAll(runtime.jvmOptions());
		command.addAll(List.of("-cp", runtime.classPath(), "org.kaconf.runtime.Main", "-n", "-l", "-D", "-p", run.pidFile().toString(), "--control",
				run.controlSocket().toString(), "-f", json.toString()));
		progress.worked(1);
		String[] line = command.toArray(String[]::new);
		Process process = start(line, folder, run);
		Map<String, String> attributes = Map.of(IProcess.ATTR_PROCESS_TYPE, NodeLaunch.PROCESS_TYPE, IProcess.ATTR_PROCESS_LABEL, node,
				IProcess.ATTR_CMDLINE, DebugPlugin.renderArguments(line, null), NodeLaunch.CONTROL_SOCKET, run.controlSocket().toString());
		new NodeProcess(launch, process, "Kaconf node " + node, attributes, privilege, run); // registers itself with the launch
		progress.worked(1);
	}

	/** The log is one stream, as keepalived writes it to one. */
	private static Process start(String[] line, Path folder, RunFolder run) throws CoreException {
		try {
			return new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
		} catch (IOException e) {
			run.delete();
			throw failure("The node could not be started: " + e.getMessage(), e);
		}
	}

	/** Build the file's project first: its problems are shown, and the files beside it are up to date. */
	@Override
	protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
		IResource resource = ResourcesPlugin.getWorkspace().getRoot().findMember(IPath.fromPortableString(configuration.getAttribute(NodeLaunch.FILE, "")));
		return resource == null || resource.getProject() == null ? null : new IProject[] {resource.getProject()};
	}

	/** The file in the file system that a configuration names. */
	public static Path file(ILaunchConfiguration configuration) throws CoreException {
		String text = substituted(configuration, NodeLaunch.FILE);
		if (text.isBlank()) {
			throw failure("The launch configuration names no file. Choose one on its tab \"Node\".", null);
		}
		IPath path = IPath.fromPortableString(text);
		IFile inWorkspace = path.segmentCount() < 2 ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		Path file = inWorkspace != null && inWorkspace.exists() ? inWorkspace.getLocation().toPath() : Path.of(text);
		if (!Files.isReadable(file)) {
			throw failure("The file " + text + " cannot be read. Choose another on the tab \"Node\" of the launch configuration.", null);
		}
		return file;
	}

	private static Path java(ILaunchConfiguration configuration) throws CoreException {
		String chosen = substituted(configuration, NodeLaunch.JDK);
		if (chosen.isBlank()) {
			return JavaFinder.ofThisMachine().find(NodeLaunch.JAVA).orElseThrow(() -> failure("No Java " + NodeLaunch.JAVA
					+ " or newer was found on this machine. Install one, or name its folder on the tab \"Node\" of the launch configuration.", null));
		}
		Path home = Path.of(chosen);
		if (JavaFinder.version(home) < NodeLaunch.JAVA) {
			throw failure(chosen + " is not the folder of a Java " + NodeLaunch.JAVA + " or newer.", null);
		}
		return home;
	}

	private static Path stateFolder(ILaunchConfiguration configuration) throws CoreException {
		Bundle bundle = FrameworkUtil.getBundle(NodeLaunchDelegate.class);
		Path folder = Platform.getStateLocation(bundle).append(configuration.getName().replaceAll("[^A-Za-z0-9._-]", "_")).toPath();
		try {
			return Files.createDirectories(folder);
		} catch (IOException e) {
			throw failure("The folder " + folder + " cannot be made: " + e.getMessage(), e);
		}
	}

	private static String substituted(ILaunchConfiguration configuration, String attribute) throws CoreException {
		return VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(configuration.getAttribute(attribute, "")).strip();
	}

	static CoreException failure(String message, Throwable cause) {
		return new CoreException(Status.error(message, cause));
	}
}

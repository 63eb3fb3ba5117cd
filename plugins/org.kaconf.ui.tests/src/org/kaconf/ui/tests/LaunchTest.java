package org.kaconf.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaconf.launching.NodeLaunch;

/** The launch configuration "Kaconf node": a node runs in a network namespace, its log in the console. */
class LaunchTest {
	/** One node alone, quick to become master. */
	private static final String TEXT = """
			cluster web {
			    keepalived_version 2.2.7
			    node nginx01 {
			        address 172.29.88.224/24 dev eth0
			    }
			    node nginx02 {
			        address 172.29.88.225/24 dev eth0
			    }
			}

			vrrp_instance VI_1 {
			    @nginx01 state MASTER
			    @nginx02 state BACKUP
			    interface ${_INTERFACE}
			    virtual_router_id 51
			    @nginx01 priority 101
			    @nginx02 priority 100
			    advert_int 1
			    virtual_ipaddress {
			        172.29.88.222/24
			    }
			}
			""";

	private final ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
	private Desk desk;
	private IFile file;

	@BeforeEach
	void open() throws Exception {
		desk = Desk.tidy();
		file = desk.project("launch", "web.kaconf", TEXT);
		ITextEditor editor = desk.open(file);
		desk.until("coloured", () -> Desk.widget(editor).getStyleRangeAtOffset(0) != null);
	}

	@AfterEach
	void close() throws Exception {
		for (ILaunch launch : launches.getLaunches()) {
			launch.terminate();
			launches.removeLaunch(launch);
		}
		desk.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	@Test
	void runsANodeAndStopsItGracefully() throws Exception {
		try (Namespace namespace = Namespace.create("172.29.88.224/24")) {
			DebugUITools.launch(configuration("nginx01", namespace.privilege()), ILaunchManager.RUN_MODE);
			desk.until("the console with the log of a master", () -> console().contains("(VI_1) Entering MASTER STATE"));
			desk.until("the virtual address", () -> namespace.addresses().contains("172.29.88.222/24"));
			desk.picture("console");

			ILaunch launch = launches.getLaunches()[0];
			IProcess process = launch.getProcesses()[0];
			assertThat(process.getAttribute(IProcess.ATTR_PROCESS_TYPE)).isEqualTo(NodeLaunch.PROCESS_TYPE);
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> terminate(launch));
			desk.until("stopped", () -> stopped.isDone() && process.isTerminated());
			stopped.join();
			desk.until("the last words", () -> console().contains("Stopped"));
			assertThat(process.getExitValue()).isZero();
			assertThat(namespace.addresses()).contains("172.29.88.224").doesNotContain("172.29.88.222");
			desk.picture("console-stopped");
		}
	}

	/** Like sudo: the command stays between Eclipse and the runtime, and a signal to it would not reach the runtime. */
	@Test
	void stopsTheRuntimeBehindAPrivilegeCommandThatStays() throws Exception {
		try (Namespace namespace = Namespace.create("172.29.88.224/24")) {
			DebugUITools.launch(configuration("nginx01", namespace.privilege() + " sh -c \"trap : TERM; \\\"$@\\\"; exit $?\" sh"), ILaunchManager.RUN_MODE);
			desk.until("the virtual address", () -> namespace.addresses().contains("172.29.88.222/24"));
			ILaunch launch = launches.getLaunches()[0];
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> terminate(launch));
			desk.until("stopped", () -> stopped.isDone() && launch.isTerminated());
			stopped.join();
			assertThat(launch.getProcesses()[0].getExitValue()).isZero();
			assertThat(namespace.addresses()).doesNotContain("172.29.88.222");
		}
	}

	@Test
	void saysWhatIsMissing() throws Exception {
		assertThat(failure(configuration("nginx03", ""))).contains("nginx03").contains("nginx01");
		ILaunchConfigurationWorkingCopy noFile = configuration("nginx01", "");
		noFile.setAttribute(NodeLaunch.FILE, "/nowhere/web.kaconf");
		assertThat(failure(noFile)).contains("/nowhere/web.kaconf");
		assertThat(failure(configuration("nginx01", "/nowhere/sudo"))).contains("/nowhere/sudo");
		ILaunchConfigurationWorkingCopy noJava = configuration("nginx01", "");
		noJava.setAttribute(NodeLaunch.JDK, file.getProject().getLocation().toString());
		assertThat(failure(noJava)).contains("Java " + NodeLaunch.JAVA);
	}

	private static String failure(ILaunchConfigurationWorkingCopy configuration) {
		try {
			ILaunch launch = configuration.launch(ILaunchManager.RUN_MODE, null);
			launch.terminate();
			throw new AssertionError("launched");
		} catch (CoreException e) {
			return e.getStatus().getMessage();
		}
	}

	@Test
	void showsItsTabs() throws Exception {
		ILaunchConfigurationWorkingCopy copy = configuration("nginx01", "sudo -n");
		var saved = copy.doSave();
		try {
			desk.display().asyncExec(this::pictureAndClose);
			DebugUITools.openLaunchConfigurationDialog(desk.shell(), saved, "org.eclipse.debug.ui.launchGroup.run", null);
			assertThat(saved.getAttribute(NodeLaunch.PRIVILEGE, "")).isEqualTo("sudo -n");
		} finally {
			saved.delete();
		}
	}

	private void pictureAndClose() {
		try {
			desk.until("the dialog's tab", () -> desk.popups().stream().flatMap(shell -> Desk.find(shell, Combo.class).stream())
					.anyMatch(combo -> combo.getText().equals("nginx01") && Arrays.asList(combo.getItems()).contains("nginx02")));
			desk.picture("launch-configuration");
		} catch (Exception e) {
			throw new AssertionError(e);
		} finally {
			desk.popups().stream().filter(shell -> !shell.isDisposed() && shell.getData() instanceof Window).forEach(Shell::close);
		}
	}

	private ILaunchConfigurationWorkingCopy configuration(String node, String privilege) throws Exception {
		var copy = launches.getLaunchConfigurationType(NodeLaunch.TYPE).newInstance(null, launches.generateLaunchConfigurationName(node));
		copy.setAttribute(NodeLaunch.FILE, file.getFullPath().toString());
		copy.setAttribute(NodeLaunch.NODE, node);
		copy.setAttribute(NodeLaunch.PRIVILEGE, privilege);
		return copy;
	}

	private static void terminate(ILaunch launch) {
		try {
			launch.terminate();
		} catch (DebugException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String console() {
		StringBuilder text = new StringBuilder();
		Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles()).filter(TextConsole.class::isInstance)
				.map(console -> ((TextConsole) console).getDocument()).filter(Objects::nonNull).forEach(document -> text.append(document.get()));
		return text.toString();
	}
}

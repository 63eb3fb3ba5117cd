package org.kaconf.launching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.RuntimeProcess;

/**
 * A running node. Between Eclipse and the runtime may stand a privilege command, such as sudo, which runs as another user and so
 * cannot be signalled; to stop the node, the runtime itself gets the signal, by a kill that goes the same way through the privilege command.
 */
final class NodeProcess extends RuntimeProcess {
	/** Time for the runtime to take its addresses away and to tell the others, before it is killed. */
	private static final long GRACE_SECONDS = 10;

	private final Process system;
	private final List<String> privilege;
	private final RunFolder run;

	NodeProcess(ILaunch launch, Process process, String name, Map<String, String> attributes, List<String> privilege, RunFolder run) {
		super(launch, process, name, attributes);
		this.system = process;
		this.privilege = privilege;
		this.run = run;
		process.onExit().thenRun(run::delete);
	}

	@Override
	public void terminate() throws DebugException {
		if (!system.isAlive()) {
			return;
		}
		try {
			signal("TERM");
			if (!system.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
				signal("KILL");
			}
		} catch (IOException e) {
			throw new DebugException(Status.error("The node could not be stopped: " + e.getMessage(), e));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (system.isAlive()) {
			super.terminate();
		}
	}

	private void signal(String signal) throws IOException, InterruptedException {
		OptionalLong pid = runtimePid();
		if (pid.isEmpty()) {
			system.destroy();
			return;
		}
		List<String> command = new ArrayList<>(privilege);
		command.addAll(List.of("kill", "-" + signal, String.valueOf(pid.getAsLong())));
		Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
		kill.getOutputStream().close();
		String complaint = new String(kill.getInputStream().readAllBytes()).strip();
		if (kill.waitFor() != 0 && system.isAlive()) {
			throw new IOException(String.join(" ", command) + ": " + complaint);
		}
	}

	/** The runtime's process, if what it wrote down is still one of ours. */
	private OptionalLong runtimePid() {
		OptionalLong pid = run.pid();
		return pid.stream().filter(id -> id == system.pid() || system.descendants().anyMatch(process -> process.pid() == id)).findFirst();
	}
}

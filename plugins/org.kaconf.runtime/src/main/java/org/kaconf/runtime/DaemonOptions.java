package org.kaconf.runtime;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * How a daemon runs, beside what its node's configuration says.
 *
 * @param console where log lines go; {@code null} for syslog (and standard error where there is none)
 * @param detail whether lines of keepalived's {@code --log-detail} are logged too
 * @param pidFile {@code null} for none
 * @param controlSocket {@code null} for {@link org.kaconf.runtime.control.ControlSocket#defaultPath}
 * @param signals whether SIGTERM, SIGINT and SIGHUP of this process are the daemon's, and what it does not need of the process's privileges is given up; not so
 *     when it is one of several in a process
 * @param metrics where Prometheus may ask, {@code PORT} or {@code ADDRESS:PORT}; {@code null} for nowhere
 */
public record DaemonOptions(PrintStream console, boolean detail, Path pidFile, Path controlSocket, boolean signals, String metrics) {
	/** Without metrics. */
	public DaemonOptions(PrintStream console, boolean detail, Path pidFile, Path controlSocket, boolean signals) {
		this(console, detail, pidFile, controlSocket, signals, null);
	}
}

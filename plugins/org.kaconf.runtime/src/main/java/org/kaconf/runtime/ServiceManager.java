package org.kaconf.runtime;

import java.time.Duration;
import org.kaconf.runtime.linux.DatagramClient;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.Log;

/** Tells systemd how far the daemon is (sd_notify(3), without its library), if systemd asked for that by NOTIFY_SOCKET. For any thread. */
final class ServiceManager {
	private static final String VARIABLE = "NOTIFY_SOCKET";

	/** {@code null} for nobody to tell. */
	private final String socket;
	private final Log log;

	ServiceManager(Log log) {
		this(System.getenv(VARIABLE), log);
	}

	/** @param socket {@code null} or empty for nobody */
	ServiceManager(String socket, Log log) {
		this.socket = socket == null || socket.isEmpty() ? null : socket;
		this.log = log;
	}

	void ready(String status) {
		tell("READY=1\nSTATUS=" + status);
	}

	void reloading() {
		tell("RELOADING=1\nMONOTONIC_USEC=" + System.nanoTime() / 1000);
	}

	void stopping() {
		tell("STOPPING=1");
	}

	/** What is being done now takes up to so long, whatever the unit's timeouts say. */
	void extend(Duration time) {
		tell("EXTEND_TIMEOUT_USEC=" + time.toNanos() / 1000);
	}

	private void tell(String text) {
		if (socket == null) {
			return;
		}
		try (DatagramClient client = new DatagramClient(socket)) {
			client.send(text);
		} catch (LinuxException e) {
			log.detail("systemd does not hear: " + e.getMessage());
		}
	}
}

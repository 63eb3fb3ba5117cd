package org.kaconf.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** A real nginx on a host, as a daemon of its own, with the example's configuration. */
final class FrontEnd {
	private final NetworkHost host;
	private final Path folder;

	FrontEnd(NetworkHost host, Path folder, Path configuration) throws IOException {
		this.host = host;
		this.folder = Files.createDirectories(folder);
		Files.writeString(file(), """
				worker_processes 1;
				user root;
				pid %1$s/nginx.pid;
				error_log %1$s/error.log;
				events { }
				http {
				    access_log off;
				    client_body_temp_path %1$s/body;
				    proxy_temp_path %1$s/proxy;
				    fastcgi_temp_path %1$s/fastcgi;
				    uwsgi_temp_path %1$s/uwsgi;
				    scgi_temp_path %1$s/scgi;
				    add_header X-Front-End %2$s always;
				    include %3$s;
				}
				""".formatted(folder, host.name(), configuration));
	}

	Path file() {
		return folder.resolve("nginx.conf");
	}

	/** How to start it; it goes into the background by itself. */
	List<String> command() {
		return List.of("/usr/sbin/nginx", "-c", file().toString(), "-e", folder.resolve("error.log").toString());
	}

	void start() throws IOException, TimeoutException {
		HostProcess start = HostProcess.start(host, command(), line -> {
		});
		if (start.awaitEnd(ScenarioHost.LIMIT) != 0) {
			throw new IOException("nginx does not start: " + start.lines());
		}
	}

	/** Ends it as its crash would, and waits until nothing of it is left. */
	void kill() throws IOException, TimeoutException {
		long pid = Long.parseLong(Files.readString(folder.resolve("nginx.pid")).trim());
		ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
		List<ProcessHandle> workers = main.descendants().toList();
		main.destroyForcibly();
		workers.forEach(ProcessHandle::destroyForcibly);
		ScenarioHost.await("the end of nginx on " + host.name(), () -> !main.isAlive() && workers.stream().noneMatch(ProcessHandle::isAlive));
	}
}

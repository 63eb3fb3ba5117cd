package org.kaconf.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kaconf.runtime.network.NetworkHost;

/** An nginx in a host of the demo, with all its files in a folder of its own. */
final class NginxServer implements AutoCloseable {
	private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

	private final NetworkHost host;
	private final Path folder;
	private Process process;

	/**
	 * @param folder where it may write; made when missing
	 * @param configuration what stands inside the http block
	 */
	NginxServer(NetworkHost host, Path folder, Path configuration) throws IOException {
		this.host = host;
		this.folder = folder;
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				worker_processes 1;
				user root;
				pid nginx.pid;
				error_log error.log;
				events { }
				http {
				    access_log off;
				    client_body_temp_path body;
				    proxy_temp_path proxy;
				    fastcgi_temp_path fastcgi;
				    uwsgi_temp_path uwsgi;
				    scgi_temp_path scgi;
				    add_header X-Front-End %s always;
				    include "%s";
				}
				""".formatted(host.name(), configuration));
	}

	void start() throws IOException {
		process = new ProcessBuilder(host.command(List.of("nginx", "-p", folder + "/", "-c", folder.resolve("nginx.conf").toString(), "-e",
				folder.resolve("error.log").toString()))).redirectErrorStream(true).redirectOutput(folder.resolve("output.log").toFile()).start();
	}

	/** Stops it and waits until it is gone. */
	void stop() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
			process.destroyForcibly().waitFor();
		}
	}

	@Override
	public void close() {
		if (process != null) {
			process.destroyForcibly();
		}
	}
}

package org.kaconf.runtime;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kaconf.runtime.control.Messages;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.metrics.MetricsText;

/**
 * What keepalived writes to /tmp on SIGUSR1 and SIGUSR2, in files beside the control socket, which nobody else can put anything in the way of: how the
 * node stands ({@code NODE.data}, JSON) and its counters ({@code NODE.stats}, Prometheus' text).
 */
final class StatusFiles {
	private final Path socket;
	private final Supplier<CompletableFuture<NodeStatus>> status;
	private final Log log;

	StatusFiles(Path socket, Supplier<CompletableFuture<NodeStatus>> status, Log log) {
		this.socket = socket;
		this.status = status;
		this.log = log;
	}

	/** For SIGUSR1. */
	void writeData() {
		write("data", new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()::toJson);
	}

	/** For SIGUSR2. */
	void writeStatistics() {
		write("stats", MetricsText::of);
	}

	private void write(String suffix, Function<NodeStatus, String> text) {
		Path file = socket.resolveSibling(socket.getFileName().toString().replaceFirst("\\.sock$", "") + "." + suffix);
		status.get().thenAcceptAsync(now -> {
			try {
				Path next = Files.createTempFile(file.toAbsolutePath().getParent(), ".kaconf-", null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
				try {
					Files.writeString(next, text.apply(now));
					Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
				} finally {
					Files.deleteIfExists(next);
				}
				log.info("Written to " + file);
			} catch (IOException e) {
				log.info(file + " cannot be written: " + Messages.of(e));
			}
		});
	}
}

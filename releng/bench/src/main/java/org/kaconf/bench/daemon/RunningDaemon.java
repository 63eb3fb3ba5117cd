package org.kaconf.bench.daemon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.kaconf.runtime.network.HostProcess;

/** A daemon at work, with all its processes. */
final class RunningDaemon {
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private final HostProcess process;
	private final Implementation.Crash crash;

	RunningDaemon(HostProcess process, Implementation.Crash crash) {
		this.process = process;
		this.crash = crash;
	}

	void crash() throws IOException, TimeoutException {
		crash.now();
		process.awaitEnd(LIMIT);
	}

	/** Stops it in good order. */
	void stop() throws TimeoutException {
		process.terminate();
		process.awaitEnd(LIMIT);
	}

	List<String> log() {
		return process.lines().stream().map(HostProcess.Line::text).toList();
	}

	private List<Path> processes() {
		ProcessHandle parent = ProcessHandle.of(process.pid()).orElseThrow(() -> new IllegalStateException("the daemon has ended; it said\n" + String.join("\n", log())));
		return Stream.concat(Stream.of(parent), parent.descendants()).map(handle -> Path.of("/proc", Long.toString(handle.pid()))).toList();
	}

	/** Processor time of all its threads so far, as the scheduler counts it. */
	long cpuNanos() throws IOException {
		long sum = 0;
		for (Path folder : processes()) {
			try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
				for (Path thread : threads) {
					try {
						sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
					} catch (NoSuchFileException ended) {
						// A thread that ends takes its time with it; daemons at rest end none.
					}
				}
			}
		}
		return sum;
	}

	/** Resident memory of all its processes, in bytes; pages they share count for each, as in the RSS column of ps. */
	long residentBytes() throws IOException {
		long kilobytes = 0;
		for (Path folder : processes()) {
			kilobytes += Files.readAllLines(folder.resolve("status")).stream().filter(line -> line.startsWith("VmRSS:"))
					.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
		}
		return kilobytes * 1024;
	}
}

package org.kaconf.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A child process whose output is kept line by line, so that one can wait for a line. */
final class WatchedProcess implements AutoCloseable {
	private static final Duration GRACE = Duration.ofSeconds(5);

	private final Process process;
	private final List<String> lines = new ArrayList<>();
	private final Consumer<String> listener;
	private boolean ended;

	private WatchedProcess(Process process, Consumer<String> listener) {
		this.process = process;
		this.listener = listener;
		Thread.ofVirtual().start(this::read);
	}

	/** @param listener gets each line as it comes */
	static WatchedProcess start(List<String> command, Consumer<String> listener) throws IOException {
		return new WatchedProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), listener);
	}

	private void read() {
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				listener.accept(line);
				add(line);
			}
		} catch (IOException | UncheckedIOException streamClosed) {
			// The process was ended; what was read stays.
		}
		end();
	}

	private synchronized void add(String line) {
		lines.add(line);
		notifyAll();
	}

	private synchronized void end() {
		ended = true;
		notifyAll();
	}

	/** How many lines were read so far: a mark for {@link #await}. */
	synchronized int mark() {
		return lines.size();
	}

	/**
	 * Waits for a line.
	 *
	 * @param from mark after which to look
	 * @return the first line that matches; empty when the limit passed or the process ended without one
	 */
	synchronized Optional<String> await(int from, Predicate<String> wanted, Duration limit) throws InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		for (int next = from;; next++) {
			while (next >= lines.size()) {
				long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
				if (ended || millis <= 0) {
					return Optional.empty();
				}
				wait(millis);
			}
			if (wanted.test(lines.get(next))) {
				return Optional.of(lines.get(next));
			}
		}
	}

	/** The last line of the output, for a message about a process that ended. */
	synchronized String lastLine() {
		return lines.isEmpty() ? "(no output)" : lines.get(lines.size() - 1);
	}

	/** Asks the process to end, and makes it when it does not. */
	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(GRACE)) {
				process.destroyForcibly().waitFor();
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}

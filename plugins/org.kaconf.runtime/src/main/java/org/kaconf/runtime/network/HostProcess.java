package org.kaconf.runtime.network;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A program that runs on a {@link NetworkHost}, and the lines it writes. */
public final class HostProcess {
	/**
	 * A line that was written.
	 *
	 * @param position how many were written before it
	 */
	public record Line(int position, String text) {
	}

	private final Process process;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition written = lock.newCondition();
	private final List<Line> lines = new ArrayList<>();
	private final Thread reader;
	private boolean ended;

	private HostProcess(Process process, Consumer<Line> listener) {
		this.process = process;
		reader = Thread.ofPlatform().name("output of " + process.pid()).daemon().start(() -> read(listener));
	}

	/** @param listener hears of every line, on a thread of its own */
	public static HostProcess start(NetworkHost host, List<String> words, Consumer<Line> listener) throws IOException {
		Process process = new ProcessBuilder(host.command(words)).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
		return new HostProcess(process, listener);
	}

	private void read(Consumer<Line> listener) {
		try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
			String text;
			while ((text = in.readLine()) != null) {
				listener.accept(add(text));
			}
		} catch (IOException killed) {
			// What was read is kept.
		}
		lock.lock();
		ended = true;
		written.signalAll();
		lock.unlock();
	}

	private Line add(String text) {
		lock.lock();
		try {
			Line line = new Line(lines.size(), text);
			lines.add(line);
			written.signalAll();
			return line;
		} finally {
			lock.unlock();
		}
	}

	public long pid() {
		return process.pid();
	}

	/** How many lines there are so far, for {@link #await}. */
	public int position() {
		lock.lock();
		try {
			return lines.size();
		} finally {
			lock.unlock();
		}
	}

	/** All lines so far. */
	public List<Line> lines() {
		lock.lock();
		try {
			return List.copyOf(lines);
		} finally {
			lock.unlock();
		}
	}

	/** Waits for a line with a text, among those from a position on. */
	public Line await(String text, int from, Duration limit) throws TimeoutException {
		return await(line -> line.text().contains(text), "\"" + text + "\"", from, limit);
	}

	private Line await(Predicate<Line> matching, String description, int from, Duration limit) throws TimeoutException {
		long remaining = limit.toNanos();
		lock.lock();
		try {
			for (int next = from;;) {
				for (; next < lines.size(); next++) {
					if (matching.test(lines.get(next))) {
						return lines.get(next);
					}
				}
				if (remaining <= 0 || ended) {
					throw new TimeoutException("no line with " + description + (ended ? " before the program ended" : " within " + limit.toMillis() + " ms") + "; its lines:\n"
							+ String.join("\n", lines.stream().map(Line::text).toList()));
				}
				remaining = written.awaitNanos(remaining);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TimeoutException("interrupted");
		} finally {
			lock.unlock();
		}
	}

	/** Sends SIGTERM; what the program still writes is read. */
	public void terminate() {
		// Process.destroy would close the program's output.
		process.toHandle().destroy();
	}

	/** Sends a signal. @param name without SIG, such as HUP */
	public void signal(String name) throws IOException {
		signal(name, pid());
	}

	static void signal(String name, long pid) throws IOException {
		Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
		try {
			if (kill.waitFor() != 0) {
				throw new IOException("cannot send SIG" + name + " to " + pid);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Sends SIGKILL. */
	public void kill() {
		process.destroyForcibly();
	}

	/** Waits for the end, and for the last line. @return the exit code */
	public int awaitEnd(Duration limit) throws TimeoutException {
		try {
			if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new TimeoutException("process " + pid() + " still runs after " + limit.toMillis() + " ms");
			}
			reader.join(limit);
			return process.exitValue();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TimeoutException("interrupted");
		}
	}
}

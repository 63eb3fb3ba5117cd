package org.kaconf.acceptance.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** A host, and the daemon that runs on it or not. */
public final class Member {
	/** Far more than anything takes, on a machine that is busy with other things. */
	public static final Duration LIMIT = Duration.ofSeconds(30);

	private final NetworkHost host;
	private final Implementation implementation;
	private final Path folder;
	/** Of daemons that have ended. */
	private final List<String> earlierLog = new ArrayList<>();
	private String text;
	private Implementation.Running running;

	/**
	 * @param text what keepalived.conf says; it may use {@code ${FOLDER}}, {@code ${HOST}} and {@code ${HEALTHY}}, a file that is there until {@link #fail}
	 * @param folder where all files of the daemon are
	 */
	public Member(NetworkHost host, Implementation implementation, String text, Path folder) throws IOException {
		this.host = host;
		this.implementation = implementation;
		this.folder = folder;
		this.text = "$FOLDER=" + folder + "\n$HOST=" + host.name() + "\n$HEALTHY=" + healthy(host, folder) + "\n" + text;
		Files.createFile(healthy(host, folder));
		implementation.configure(host, folder, this.text);
	}

	private static Path healthy(NetworkHost host, Path folder) {
		return folder.resolve(host.name() + ".healthy");
	}

	public NetworkHost host() {
		return host;
	}

	public boolean isRunning() {
		return running != null;
	}

	/** The daemon that runs now. */
	public HostProcess process() {
		return running.process();
	}

	public void start() throws IOException {
		running = implementation.start(host, folder);
	}

	/** Stops the daemon in good order. */
	public void stop() throws IOException, TimeoutException {
		running.process().terminate();
		int code = running.process().awaitEnd(LIMIT);
		if (code != 0) {
			throw new IOException(this + " ended with " + code + "; it said\n" + String.join("\n", log()));
		}
		ended();
	}

	/** The daemon is gone from one moment to the next. */
	public void crash() throws IOException, TimeoutException {
		running.crash().now();
		ended();
	}

	private void ended() {
		running.process().lines().forEach(line -> earlierLog.add(line.text()));
		running = null;
	}

	/** The daemon is held up until it is resumed; its machine goes on. */
	public void hold() throws IOException {
		running.process().signal("STOP");
	}

	public void resume() throws IOException {
		running.process().signal("CONT");
	}

	/** Changes a definition of the configuration, and has it read again. @param definition such as {@code PRIORITY=90}; empty for no change */
	public void reload(String definition) throws IOException {
		if (!definition.isEmpty()) {
			String name = definition.substring(0, definition.indexOf('='));
			text = text.replaceFirst("(?m)^\\$" + name + "=.*$", Matcher.quoteReplacement("$" + definition));
		}
		implementation.configure(host, folder, text);
		running.process().signal("HUP");
	}

	public void plug() throws IOException {
		host.setCable(true);
	}

	public void unplug() throws IOException {
		host.setCable(false);
	}

	/** @param interfaceName one of the host itself, such as {@code lo} */
	public void takeDown(String interfaceName) throws IOException {
		host.run("ip", "link", "set", interfaceName, "down");
	}

	public void bringUp(String interfaceName) throws IOException {
		host.run("ip", "link", "set", interfaceName, "up");
	}

	/** What scripts look at goes wrong, until they say so. */
	public void fail() throws IOException, TimeoutException {
		int from = running.process().position();
		Files.delete(healthy(host, folder));
		running.process().await("VRRP_Script(", from, LIMIT);
	}

	public void recover() throws IOException, TimeoutException {
		int from = running.process().position();
		Files.createFile(healthy(host, folder));
		running.process().await("VRRP_Script(", from, LIMIT);
	}

	/** All that daemons on this host have said. */
	public List<String> log() {
		List<String> log = new ArrayList<>(earlierLog);
		if (running != null) {
			running.process().lines().forEach(line -> log.add(line.text()));
		}
		return log;
	}

	@Override
	public String toString() {
		return implementation + " on " + host.name();
	}
}

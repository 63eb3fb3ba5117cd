package org.kaconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** The real keepalived on a host, to work together with and to be measured against. */
public final class KeepalivedProcess {
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final HostProcess process;
	private final List<Path> pidFiles;

	private KeepalivedProcess(HostProcess process, List<Path> pidFiles) {
		this.process = process;
		this.pidFiles = pidFiles;
	}

	/** The file that it reads on a host. */
	public static Path configuration(NetworkHost host, Path folder) {
		return folder.resolve(host.name() + ".conf");
	}

	/**
	 * Starts it in the foreground, logging in detail.
	 *
	 * @param folder for its configuration and pid files
	 * @param text its configuration
	 * @param prefix what to put in front of the command line, such as {@link RealTime#command}
	 */
	public static KeepalivedProcess start(NetworkHost host, Path folder, String text, UnaryOperator<List<String>> prefix) throws IOException {
		Files.writeString(configuration(host, folder), text);
		return start(host, folder, prefix);
	}

	/**
	 * Starts it with the configuration that is there.
	 *
	 * @param options more of them
	 */
	public static KeepalivedProcess start(NetworkHost host, Path folder, UnaryOperator<List<String>> prefix, String... options) throws IOException {
		List<Path> pidFiles = List.of(folder.resolve(host.name() + ".pid"), folder.resolve(host.name() + ".vrrp.pid"));
		List<String> words = new ArrayList<>(List.of("keepalived", "-n", "-l", "-D", "-f", configuration(host, folder).toString(), "-p", pidFiles.get(0).toString(), "-r",
				pidFiles.get(1).toString()));
		words.addAll(List.of(options));
		return new KeepalivedProcess(HostProcess.start(host, prefix.apply(words), line -> {
		}), pidFiles);
	}

	/** Its parent process. */
	public HostProcess process() {
		return process;
	}

	/**
	 * Ends it as a crash of the machine would: its last advert says nothing. The parent is stopped first, or it would see its child die, and a
	 * child that sees its parent die says goodbye by an advert of priority 0.
	 */
	public void crash() throws IOException, TimeoutException {
		List<ProcessHandle> children = ProcessHandle.of(process.pid()).orElseThrow().descendants().toList();
		process.signal("STOP");
		for (ProcessHandle child : children) {
			child.destroyForcibly();
		}
		process.kill();
		process.awaitEnd(LIMIT);
		for (Path pidFile : pidFiles) {
			Files.deleteIfExists(pidFile);
		}
	}
}

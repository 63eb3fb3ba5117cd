package org.kaconf.acceptance.soak;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.kaconf.runtime.network.NetworkHost;

/** What a daemon leaves on its host, and what it holds while it runs. */
final class Traces {
	/**
	 * What a daemon makes, one line for each thing. Not the kernel settings that a VMAC needs: what they were before a crash nobody knows after it, keepalived
	 * neither.
	 */
	private static final String LOOK = """
			ip -o address | sed 's/ valid_lft.*//'
			ip route show table all
			ip -6 route show table all
			ip rule
			ip -6 rule
			ls /sys/class/net
			nft list ruleset
			""";
	/** The JVM starts and ends these as it needs them. */
	private static final String COMPILER = "C1 Compiler";

	private Traces() {
	}

	/** Addresses, routes, rules, interfaces and tables of the packet filter of a host. */
	static String of(NetworkHost host) throws IOException {
		return host.run("sh", "-c", LOOK);
	}

	/** Processes on a host: everything that daemons have started. */
	static List<String> processes(NetworkHost host) throws IOException {
		return host.run("sh", "-c", "for p in $(ip netns pids " + host.namespace() + "); do cat /proc/$p/comm 2>/dev/null; done; true").lines()
				.filter(name -> !List.of("sh", "ip", "cat").contains(name)).toList();
	}

	/** How many of each a running daemon has. */
	record Holdings(int descriptors, int threads, int children) {
		static Holdings of(long pid) throws IOException {
			Path process = Path.of("/proc", Long.toString(pid));
			int threads = 0;
			int children = 0;
			try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
				for (Path task : tasks) {
					try {
						threads += Files.readString(task.resolve("comm")).startsWith(COMPILER) ? 0 : 1;
						children += Files.readString(task.resolve("children")).split(" ").length - 1;
					} catch (NoSuchFileException ended) {
						// A thread that has just ended.
					}
				}
			}
			try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
				int count = 0;
				for (Path each : descriptors) {
					count++;
				}
				return new Holdings(count, threads, children);
			}
		}

		boolean isWithin(Holdings limit) {
			return descriptors <= limit.descriptors && threads <= limit.threads && children <= limit.children;
		}
	}
}

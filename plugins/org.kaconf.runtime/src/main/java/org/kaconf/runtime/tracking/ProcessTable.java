package org.kaconf.runtime.tracking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes of this machine, from a proc(5) file system. */
final class ProcessTable {
	private final Path proc;

	ProcessTable(Path proc) {
		this.proc = proc;
	}

	/** All process ids. */
	List<Integer> all() {
		List<Integer> all = new ArrayList<>();
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
			folders.forEach(folder -> all.add(Integer.valueOf(folder.getFileName().toString())));
		} catch (IOException | NumberFormatException e) {
			return all;
		}
		return all;
	}

	/** The name that the kernel keeps; empty for a process that is gone or only waits to be looked at by its parent. */
	String name(int pid) {
		String stat = read(pid, "stat");
		int open = stat.indexOf('(');
		int close = stat.lastIndexOf(')');
		return open < 0 || close < open || stat.startsWith(" Z", close + 1) ? "" : stat.substring(open + 1, close);
	}

	/** Its words, each closed by a zero. */
	String commandLine(int pid) {
		return read(pid, "cmdline");
	}

	private String read(int pid, String file) {
		try {
			return Files.readString(proc.resolve(Integer.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
		} catch (IOException gone) {
			return "";
		}
	}
}

package org.kaconf.runtime.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kaconf.runtime.linux.Account;

/** Finds the file of a program and judges whether somebody other than root could replace it. */
final class ProgramFile {
	private static final List<Path> SEARCH_PATH = List.of(Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"), Path.of("/usr/sbin"), Path.of("/usr/bin"),
			Path.of("/sbin"), Path.of("/bin"));
	private static final int GROUP_WRITE = 0020;
	private static final int OTHERS_WRITE = 0002;
	private static final int STICKY = 01000;
	private static final int OWNER_RUNS = 0100;
	private static final int GROUP_RUNS = 0010;
	private static final int OTHERS_RUN = 0001;
	private static final int RUNS_AS_OWNER = 04000;
	private static final int RUNS_AS_GROUP = 02000;
	private static final int ROOT = 0;

	private ProgramFile() {
	}

	/** @param word a path, or a name to look for in the usual folders. @return empty when there is no executable file */
	static Optional<Path> find(String word) {
		if (word.contains("/")) {
			return Optional.of(Path.of(word)).filter(ProgramFile::isProgram);
		}
		return SEARCH_PATH.stream().map(folder -> folder.resolve(word)).filter(ProgramFile::isProgram).findFirst();
	}

	private static boolean isProgram(Path file) {
		return Files.isRegularFile(file) && Files.isExecutable(file);
	}

	/** Whether a user may run a program, by the mode of its file. @param account {@code null} for whom the daemon is */
	static boolean isExecutableBy(Path file, Account account) {
		if (account == null) {
			return Files.isExecutable(file);
		}
		Map<String, Object> attributes = attributes(file);
		int mode = (Integer) attributes.getOrDefault("mode", 0);
		if (account.user() == ROOT) {
			return (mode & (OWNER_RUNS | GROUP_RUNS | OTHERS_RUN)) != 0;
		}
		if (attributes.getOrDefault("uid", -1).equals(account.user())) {
			return (mode & OWNER_RUNS) != 0;
		}
		return (mode & (attributes.getOrDefault("gid", -1).equals(account.group()) ? GROUP_RUNS : OTHERS_RUN)) != 0;
	}

	/** Whether a program runs with root's rights: as that user or group, or because its file says so. */
	static boolean runsWithRootsRights(Path file, Account account) {
		Map<String, Object> attributes = attributes(file);
		int mode = (Integer) attributes.getOrDefault("mode", 0);
		return account.user() == ROOT || account.group() == ROOT || attributes.getOrDefault("uid", -1).equals(ROOT) && (mode & OWNER_RUNS) != 0 && (mode & RUNS_AS_OWNER) != 0
				|| attributes.getOrDefault("gid", -1).equals(ROOT) && (mode & GROUP_RUNS) != 0 && (mode & RUNS_AS_GROUP) != 0;
	}

	private static Map<String, Object> attributes(Path file) {
		try {
			return Files.readAttributes(file, "unix:uid,gid,mode");
		} catch (IOException gone) {
			return Map.of();
		}
	}

	/**
	 * Whether root alone decides what the file is: it and every folder above belongs to root and is not writable by others, where a sticky folder
	 * such as /tmp is fine (keepalived: enable_script_security).
	 */
	static boolean isSafe(Path file) {
		try {
			for (Path part = file.toRealPath(); part != null; part = part.getParent()) {
				Map<String, Object> attributes = Files.readAttributes(part, "unix:uid,gid,mode");
				int mode = (Integer) attributes.get("mode");
				boolean sticky = Files.isDirectory(part) && (mode & STICKY) != 0;
				boolean writable = (mode & OTHERS_WRITE) != 0 || (mode & GROUP_WRITE) != 0 && !attributes.get("gid").equals(0);
				if (!attributes.get("uid").equals(0) || writable && !sticky) {
					return false;
				}
			}
			return true;
		} catch (IOException notReadable) {
			return false;
		}
	}
}

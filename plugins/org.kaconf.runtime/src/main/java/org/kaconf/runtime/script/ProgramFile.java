package org.kaconf.runtime.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the file of a program and judges whether somebody other than root could replace it. */
final class ProgramFile {
	private static final List<Path> SEARCH_PATH = List.of(Path.of("/usr/local/sbin"), Path.of("/usr/local/bin"), Path.of("/usr/sbin"), Path.of("/usr/bin"),
			Path.of("/sbin"), Path.of("/bin"));
	private static final int GROUP_WRITE = 0020;
	private static final int OTHERS_WRITE = 0002;
	private static final int STICKY = 01000;

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

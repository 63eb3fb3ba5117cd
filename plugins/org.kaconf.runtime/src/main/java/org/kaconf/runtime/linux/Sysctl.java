package org.kaconf.runtime.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Settings of the kernel below {@code /proc/sys/net}: those of the network namespace of the calling thread. */
public final class Sysctl {
	private static final Path NET = Path.of("/proc/sys/net");

	private Sysctl() {
	}

	/**
	 * A setting of one interface.
	 *
	 * @param family {@code ipv4} or {@code ipv6}
	 */
	public static Path ofInterface(String family, String interfaceName, String setting) {
		return NET.resolve(family).resolve("conf").resolve(interfaceName).resolve(setting);
	}

	/**
	 * The names below which settings of interfaces stand: those of the interfaces, {@code all} and {@code default}.
	 *
	 * @param family {@code ipv4} or {@code ipv6}
	 */
	public static List<String> interfaces(String family) throws IOException {
		try (Stream<Path> folders = Files.list(NET.resolve(family).resolve("conf"))) {
			return folders.map(folder -> folder.getFileName().toString()).toList();
		}
	}

	/** @return the value; {@code null} where there is no such setting, such as after the interface has gone */
	public static String read(Path setting) {
		try {
			return Files.readString(setting).strip();
		} catch (IOException gone) {
			return null;
		}
	}

	public static void write(Path setting, String value) throws IOException {
		Files.writeString(setting, value);
	}
}

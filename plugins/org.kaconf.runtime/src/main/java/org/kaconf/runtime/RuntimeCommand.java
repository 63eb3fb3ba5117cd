package org.kaconf.runtime;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaconf.model.Node;
import org.kaconf.vrrp.machine.VirtualRouter;

/** The command line that starts the daemon in a JVM of its own, set up for a quick start and a small footprint. */
public final class RuntimeCommand {
	/**
	 * The JVM's options, one a line, in a file beside this class for those who start the daemon without loading its classes. The serial collector has
	 * no threads of its own to start, the first compiler alone is fast enough and small, and the daemon makes next to no garbage.
	 */
	private static final String JVM_OPTIONS = "jvm-options.txt";
	private static final List<Class<?>> NEEDED = List.of(Main.class, VirtualRouter.class, Node.class, Gson.class);

	/** One class of each jar that sending mail needs. They are looked for by name, because the daemon loads none of them before its first mail. */
	private static final List<String> NEEDED_FOR_MAIL = List.of("jakarta.mail.Session", "org.eclipse.angus.mail.smtp.SMTPTransport", "jakarta.activation.DataHandler",
			"org.eclipse.angus.activation.MailcapFile");

	private RuntimeCommand() {
	}

	/** @param options of {@link Main} */
	public static List<String> of(String... options) {
		List<String> words = new ArrayList<>();
		words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		words.addAll(javaArguments());
		words.addAll(List.of(options));
		return words;
	}

	/** All that stands between {@code java} and the options of {@link Main}. */
	static List<String> javaArguments() {
		List<String> words = new ArrayList<>(jvmOptions());
		words.addAll(StartCache.options());
		words.addAll(List.of("-cp", classPath(), Main.class.getName()));
		return words;
	}

	private static List<String> jvmOptions() {
		try (InputStream in = RuntimeCommand.class.getResourceAsStream(JVM_OPTIONS)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Where the daemon's classes come from in this JVM. */
	public static String classPath() {
		return classPathEntries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	/** Jars or folders, the daemon's own first. */
	static List<Path> classPathEntries() {
		Set<Path> places = new LinkedHashSet<>();
		NEEDED.forEach(type -> places.add(placeOf(type)));
		for (String name : NEEDED_FOR_MAIL) {
			try {
				places.add(placeOf(Class.forName(name, false, RuntimeCommand.class.getClassLoader())));
			} catch (ClassNotFoundException e) {
				throw new IllegalStateException(name + " is not on the class path", e);
			}
		}
		return List.copyOf(places);
	}

	private static Path placeOf(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}

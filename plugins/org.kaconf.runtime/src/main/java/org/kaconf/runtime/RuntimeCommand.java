package org.kaconf.runtime;

import com.google.gson.Gson;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kaconf.model.Node;
import org.kaconf.vrrp.machine.VirtualRouter;

/** The command line that starts the daemon in a JVM of its own, set up for a quick start and a small footprint. */
public final class RuntimeCommand {
	/**
	 * The serial collector has no threads of its own to start, the first compiler alone is fast enough and small, and the daemon makes next to no
	 * garbage. Reading node.json goes through each record's constructor once, for which making method handles is a waste of 100 ms.
	 */
	public static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx32m", "-Xss512k", "-XX:-UsePerfData",
			"-XX:ReservedCodeCacheSize=16m", "-Djdk.reflect.useNativeAccessorOnly=true", "--enable-native-access=ALL-UNNAMED");
	private static final List<Class<?>> NEEDED = List.of(Main.class, VirtualRouter.class, Node.class, Gson.class);

	private RuntimeCommand() {
	}

	/** @param options of {@link Main} */
	public static List<String> of(String... options) {
		List<String> words = new ArrayList<>();
		words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		words.addAll(JVM_OPTIONS);
		words.addAll(List.of("-cp", classPath(), Main.class.getName()));
		words.addAll(List.of(options));
		return words;
	}

	/** Where the daemon's classes come from in this JVM. */
	public static String classPath() {
		Set<String> places = new LinkedHashSet<>();
		for (Class<?> type : NEEDED) {
			try {
				places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
			} catch (URISyntaxException e) {
				throw new IllegalStateException(e);
			}
		}
		return String.join(File.pathSeparator, places);
	}
}

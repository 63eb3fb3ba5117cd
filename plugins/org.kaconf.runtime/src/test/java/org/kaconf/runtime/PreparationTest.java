package org.kaconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.linux.HeadStart;

/** What is done at the same time when a daemon starts. */
class PreparationTest {
	private static final String INITIALISER = "initialiser";
	/** As -Xlog:class+init=info writes it. */
	private static final Pattern INITIALISING = Pattern.compile("Initializing '([^']+)'.* by thread \"" + INITIALISER + "\"");
	/** Java's classes of the same kind: those of calls into C, whose initialisers need each other. */
	private static final Pattern OF_CALLS = Pattern.compile("(java/lang|jdk/internal)/foreign/.*");

	@TempDir
	Path folder;

	/** A class that two threads initialise is harmless as long as it needs none that leads back to it. Ours and those of calls into C are not to be looked at one by one. */
	@Test
	void readingAConfigurationInitialisesNothingThatTheHeadStartDoes() throws Exception {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(1).priority(100)
				.virtualAddresses(List.of(VirtualAddress.of("192.0.2.1/24"), VirtualAddress.of("2001:db8::1/64"))).build();
		Node node = new Node("n", List.of(), Globals.DEFAULT, List.of(), List.of(instance), List.of(), Origins.NONE);
		Path file = Files.writeString(folder.resolve("node.json"), NodeJson.write(node));

		Set<String> reading = initialisedBy(Reader.class, file);
		Set<String> headStart = initialisedBy(Starter.class, file);

		assertThat(reading).contains("org/kaconf/model/json/NodeReader");
		assertThat(headStart).contains("org/kaconf/runtime/linux/Kernel", "java/lang/foreign/ValueLayout");
		assertThat(reading).noneMatch(type -> OF_CALLS.matcher(type).matches());
		assertThat(reading.stream().filter(type -> type.startsWith("org/kaconf/")).filter(headStart::contains)).isEmpty();
	}

	/** Of the daemon, what a program of one thread besides the main one initialises. */
	private Set<String> initialisedBy(Class<?> program, Path argument) throws IOException, InterruptedException {
		Path log = folder.resolve(program.getSimpleName() + ".log");
		Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+init=info:file=" + log, "-XX:TieredStopAtLevel=1",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), program.getName(), argument.toString()).redirectErrorStream(true).start();
		String output = new String(java.getInputStream().readAllBytes());
		assertThat(java.waitFor()).as(output).isZero();
		try (var lines = Files.lines(log)) {
			return lines.map(INITIALISING::matcher).filter(Matcher::find).map(line -> line.group(1)).collect(Collectors.toSet());
		}
	}

	private static void run(Runnable work) {
		Thread.ofPlatform().name(INITIALISER).start(work);
	}

	/** Reads a configuration. */
	public static final class Reader {
		private Reader() {
		}

		public static void main(String[] arguments) {
			NodeFile file = new NodeFile(Path.of(arguments[0]), null);
			run(() -> {
				try {
					file.read();
				} catch (DaemonException e) {
					throw new IllegalStateException(e);
				}
			});
		}
	}

	/** Takes the head start. */
	public static final class Starter {
		private Starter() {
		}

		public static void main(String[] arguments) {
			run(HeadStart::take);
		}
	}
}

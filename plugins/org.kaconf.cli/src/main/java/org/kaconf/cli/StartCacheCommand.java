package org.kaconf.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kaconf.runtime.StartCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kaconf start-cache}: trains the AOT caches (JEP 483) of this command and of the daemon. */
@Command(name = "start-cache", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = {"Makes the next starts quicker: keeps what Java loads in caches beside the jars.",
				"The build does it once; do it again after the jars were moved or Java was updated. As root the daemon's cache is better."})
final class StartCacheCommand implements Callable<Integer> {
	/** The start script looks for it here, beside the folder of the jars. */
	private static final String FILE = "kaconf.aot";
	private static final String LESSON = "start-cache.kaconf";

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		try {
			announce(ofThisCommand());
			announce(StartCache.create());
			return ExitCode.OK;
		} catch (IOException e) {
			throw new CommandFailure("no start cache: " + e.getMessage());
		}
	}

	private void announce(Path cache) throws IOException {
		spec.commandLine().getOut().println(cache + " (" + (Files.size(cache) >> 20) + " MB)");
	}

	private static Path ofThisCommand() throws IOException {
		String classPath = System.getProperty("java.class.path");
		Path jar = Path.of(classPath.split(File.pathSeparator)[0]).toAbsolutePath();
		if (!Files.isRegularFile(jar) || jar.getParent().getParent() == null) {
			throw new IOException("kaconf does not run from jars in a folder of their own, and of nothing else can a cache be made");
		}
		Path cache = jar.getParent().resolveSibling(FILE);
		Files.deleteIfExists(cache);
		try (ScratchFolder scratch = ScratchFolder.create("kaconf-start-cache-"); InputStream lesson = StartCacheCommand.class.getResourceAsStream(LESSON)) {
			Path example = scratch.path().resolve(LESSON);
			Files.copy(lesson, example);
			List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
			// The same kind of JVM as this one: a cache holds for its garbage collector.
			ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> !option.startsWith("-XX:AOT")).forEach(words::add);
			words.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath, Main.class.getName(), "check", example.toString()));
			new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (!Files.exists(cache)) {
			throw new IOException("this Java (" + Runtime.version() + ") made none");
		}
		return cache;
	}
}

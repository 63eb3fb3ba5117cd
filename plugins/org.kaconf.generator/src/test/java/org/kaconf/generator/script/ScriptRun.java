package org.kaconf.generator.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaconf.model.CheckSpec;

/**
 * One run of a generated script, by the shell its first line names.
 *
 * @param millis how long it took
 */
public record ScriptRun(int exitCode, String output, long millis) {
	static Path install(Path folder, String name, CheckSpec check) throws IOException {
		Path file = folder.resolve(name);
		Files.writeString(file, CheckScripts.render(check, new ScriptHead(name, "cluster.kaconf:1")));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		return file;
	}

	static ScriptRun of(Path folder, CheckSpec check) throws IOException, InterruptedException {
		return of(Map.of(), install(folder, "chk", check).toString());
	}

	public static ScriptRun of(Map<String, String> environment, String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
		builder.environment().putAll(environment);
		long start = System.nanoTime();
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int exitCode = process.waitFor();
		return new ScriptRun(exitCode, output, (System.nanoTime() - start) / 1_000_000);
	}
}

package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The keepalived of this machine, run in a network namespace of its own that has eth0 and eth1 and ends with it. */
final class RealKeepalived {
	/** What it says about this machine rather than about the text. */
	private static final Pattern ABOUT_THE_HOST = Pattern.compile("Disabling track script|Unable to access script|max_auto_priority|no firewall configured|NOTICE:|^rc=");
	private static final Pattern POSITION = Pattern.compile("^\\((?:[^:()]*: )?Line (\\d+)\\) ");
	private static final String NAMESPACE = """
			ip link set lo up && ip link add eth0 type veth peer name eth1 && ip link set eth0 up && ip link set eth1 up || exit 99
			""";

	private RealKeepalived() {
	}

	/** Whether it can be asked here: it is installed, and namespaces may be made. */
	static boolean isHere() {
		try {
			return run(Path.of("/"), 10, "unshare -n true && command -v keepalived").exitCode() == 0;
		} catch (IOException | InterruptedException e) {
			return false;
		}
	}

	record Answer(int exitCode, List<String> messages) {
	}

	/** Messages of {@code keepalived -t} that are about the text, each once. */
	static Answer check(Path configuration, String configId) throws IOException, InterruptedException {
		Answer answer = run(configuration.getParent(), 30, NAMESPACE + "exec keepalived -t -i '" + configId + "' -f " + configuration.getFileName());
		assertThat(answer.exitCode()).as(answer.toString()).isNotEqualTo(99);
		return new Answer(answer.exitCode(), answer.messages().stream().filter(line -> !ABOUT_THE_HOST.matcher(line).find())
				.map(line -> POSITION.matcher(line).replaceFirst("")).distinct().toList());
	}

	/** Starts the daemon; it ends by itself when it refuses the text, else after two seconds with code 124. */
	static Answer start(Path configuration, String configId) throws IOException, InterruptedException {
		String pidFiles = "-p kp.pid -r kv.pid -c kc.pid";
		return run(configuration.getParent(), 30, NAMESPACE + "exec timeout 2 keepalived -n -l " + pidFiles + " -i '" + configId + "' -f " + configuration.getFileName());
	}

	private static Answer run(Path folder, int seconds, String script) throws IOException, InterruptedException {
		Path output = Files.createTempFile("keepalived", ".log");
		try {
			Process process = new ProcessBuilder("unshare", "-n", "sh", "-c", script).directory(folder.toFile()).redirectErrorStream(true)
					.redirectOutput(output.toFile()).start();
			if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException("keepalived did not end within " + seconds + " s");
			}
			return new Answer(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList());
		} finally {
			Files.delete(output);
		}
	}
}

package org.kaconf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Globals;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;

/** {@code releng/install}, and what it installs. */
@Tag("live")
@Timeout(300)
class InstallTest {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Path INSTALL = Path.of(System.getProperty("kaconf.root"), "releng", "install");

	@TempDir
	static Path folder;
	private static Path prefix;
	private static Path kaconf;

	private record Ended(int exitCode, String output) {
	}

	private static Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		return new Ended(process.waitFor(), new String(process.getInputStream().readAllBytes()));
	}

	@BeforeAll
	static void install() throws Exception {
		prefix = folder.resolve("an installation");
		kaconf = prefix.resolve("bin/kaconf");
		Ended ended = run(Map.of(), INSTALL.toString(), "--prefix", prefix.toString());
		assertThat(ended.output).isEqualTo("kaconf 0.1.0-SNAPSHOT (Java 25) is installed: " + kaconf + "\n");
		assertThat(ended.exitCode).isZero();
	}

	@Test
	void handsADaemonToTheRuntimeUnderTheNameOfTheCommand() throws Exception {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(1).priority(Instance.OWNER).initialState(InitialState.MASTER)
				.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"))).build();
		Path json = Files.writeString(folder.resolve("a node.json"), NodeJson.write(new Node("a", List.of(), Globals.DEFAULT, List.of(), List.of(instance), List.of(), Origins.NONE)));
		try (NamespaceNetwork network = NamespaceNetwork.create()) {
			NetworkHost host = network.addHost("a", "10.0.0.1/24");
			List<String> words = List.of(kaconf.toString(), "run", json.toString(), "--control", folder.resolve("c.sock").toString());
			HostProcess daemon = HostProcess.start(host, words, line -> {
			});
			daemon.await("Entering MASTER STATE", 0, LIMIT);
			String command = Files.readString(Path.of("/proc", Long.toString(daemon.pid()), "cmdline"));
			assertThat(command).contains("@" + prefix.resolve("lib/kaconf/runtime.args")).doesNotContain("org.kaconf.cli");
			assertThat(prefix.resolve("lib/kaconf/runtime.args")).content().contains("-XX:AOTCache=" + prefix.resolve("lib/kaconf/runtime.aot"), "org.kaconf.runtime.Main");
			// Taken as they were written; messages are those of kaconf.
			List<String> second = new ArrayList<>(words);
			second.add("-D");
			HostProcess refused = HostProcess.start(host, second, line -> {
			});
			assertThat(refused.awaitEnd(LIMIT)).isEqualTo(6);
			assertThat(refused.lines()).singleElement().satisfies(line -> assertThat(line.text()).startsWith("kaconf: control socket " + folder.resolve("c.sock") + " is in use"));
			daemon.terminate();
			assertThat(daemon.awaitEnd(LIMIT)).isZero();
		}
	}

	@Test
	void leavesWhatIsNotPlainToTheCommand() throws Exception {
		assertThat(run(Map.of(), kaconf.toString(), "run", folder.resolve("missing.json").toString())).satisfies(ended -> {
			assertThat(ended.exitCode).isEqualTo(2);
			assertThat(ended.output).startsWith("kaconf: ").contains("missing.json").hasLineCount(1);
		});
		Path broken = Files.writeString(folder.resolve("broken.json"), "{");
		assertThat(run(Map.of(), kaconf.toString(), "run", "-t", broken.toString()).output).startsWith("kaconf: " + broken);
		assertThat(run(Map.of(), kaconf.toString(), "run", broken.toString(), "--pid").output).contains("--pid");
		assertThat(run(Map.of(), kaconf.toString(), "run", "--help").output).contains("--log-detail");
	}

	@Test
	void putsAPackageBelowDestdirAndMakesNoCacheThere() throws Exception {
		Path image = folder.resolve("image");
		assertThat(run(Map.of("DESTDIR", image.toString()), INSTALL.toString(), "--prefix=/usr").exitCode).isZero();
		assertThat(image.resolve("usr/bin/kaconf")).isExecutable().content().contains("\"/usr/lib/kaconf/launch\"").doesNotContain(image.toString());
		assertThat(image.resolve("usr/lib/kaconf/lib")).isNotEmptyDirectory();
		assertThat(image.resolve("usr/lib/kaconf/runtime.args")).doesNotExist();
	}

	@Test
	void refusesWhatItCannotDo() throws Exception {
		assertThat(run(Map.of(), INSTALL.toString(), "--prefix", "relative")).isEqualTo(new Ended(2, "install: --prefix relative is no absolute path\n"));
		assertThat(run(Map.of(), INSTALL.toString(), "--nonsense")).isEqualTo(new Ended(2, "install: unknown argument --nonsense; see install --help\n"));
	}
}

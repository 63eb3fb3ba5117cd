package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kaconf.runtime.network.NamespaceNetwork;

/** The first command a newcomer runs. */
class DemoTest {
	@BeforeEach
	void homeIsThisProject() {
		System.setProperty("kaconf.home", Path.of("../..").toAbsolutePath().normalize().toString());
	}

	private static List<String> left(String folder, String prefix) throws IOException {
		if (!Files.isDirectory(Path.of(folder))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(prefix)).toList();
		}
	}

	@Test
	void withoutTheLivePartItChecksGeneratesAndProves() throws IOException {
		List<String> before = left("/run", "kaconf-demo-");
		Cli cli = Cli.run("demo", "--no-live");
		assertThat(cli.exitCode()).isZero();
		assertThat(cli.out()).contains("no findings", "nginx01/etc/keepalived/keepalived.conf", "chk_nginx on nginx01 fails: nginx02 is master after at most",
				"left out");
		assertThat(left("/run", "kaconf-demo-")).isEqualTo(before);
	}

	@Test
	@Tag("live")
	void theAddressMovesAndComesBack() throws IOException {
		Optional<String> obstacle = NamespaceNetwork.obstacle();
		assumeTrue(obstacle.isEmpty() || System.getenv("CI") != null, () -> obstacle.orElse(""));
		Cli cli = Cli.run("demo");
		assertThat(cli.err()).isEmpty();
		assertThat(cli.exitCode()).isZero();
		assertThat(cli.out()).containsSubsequence("172.29.88.222/24 is on eth0 of nginx01", "VRRP_Script(chk_nginx) failed",
				"172.29.88.222/24 is on eth0 of nginx02", "172.29.88.222/24 is on eth0 of nginx01", "is removed from both nodes", "Done");
		assertThat(left("/run/netns", "kaconf" + ProcessHandle.current().pid() + "-")).isEmpty();
	}
}

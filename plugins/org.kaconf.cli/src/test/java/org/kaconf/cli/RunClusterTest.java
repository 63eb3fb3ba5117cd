package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;

/** A node of a .kaconf file, run, asked, reloaded and stopped by the command. */
@Tag("live")
class RunClusterTest {
	/** An analysis on a machine that is busy with other things. */
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final String CLUSTER = """
			cluster pair {
			    node one {
			        address 10.7.0.1/24 dev eth0
			    }
			    node two {
			        address 10.7.0.2/24 dev eth0
			    }
			}
			vrrp_instance VI_1 {
			    state BACKUP
			    interface eth0
			    virtual_router_id 51
			    @one priority 120
			    @two priority 100
			    virtual_ipaddress {
			        10.7.0.100/24
			    }
			}
			""";

	@TempDir
	Path folder;

	@Test
	void runsReloadsAndStops() throws Exception {
		Optional<String> obstacle = NamespaceNetwork.obstacle();
		assumeTrue(obstacle.isEmpty() || System.getenv("CI") != null, () -> obstacle.orElse(""));
		Path file = Files.writeString(folder.resolve("pair.kaconf"), CLUSTER);
		Path socket = folder.resolve("one.sock");
		try (NamespaceNetwork network = NamespaceNetwork.create()) {
			NetworkHost host = network.addHost("one", "10.7.0.1/24");
			HostProcess daemon = HostProcess.start(host, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
					System.getProperty("java.class.path"), Main.class.getName(), "run", file.toString(), "--node", "one", "--control", socket.toString()), line -> {
					});
			daemon.await("(VI_1) Entering MASTER STATE", 0, LIMIT);
			assertThat(Cli.run("status", "--control", socket).out()).contains("one  pid " + daemon.pid()).containsPattern("VI_1 +MASTER +120 +51 +eth0 +10.7.0.100/24");
			Files.writeString(file, CLUSTER.replace("priority 120", "priority 130"));
			Cli reloaded = Cli.run("reload", "--control", socket);
			assertThat(reloaded.err()).isEmpty();
			assertThat(reloaded.out()).isEqualTo("VI_1 changed\n");
			Files.writeString(file, CLUSTER.replace("virtual_router_id 51", "virtual_router_id 0"));
			Cli refused = Cli.run("reload", "--control", socket);
			assertThat(refused.exitCode()).isEqualTo(2);
			assertThat(refused.err()).contains("has errors; 'kaconf check' shows them, too");
			assertThat(Cli.run("status", "--json", "--control", socket).out()).contains("\"state\":\"MASTER\"").contains("\"priority\":130");
			assertThat(Cli.run("stop", "--control", socket).exitCode()).isZero();
			assertThat(daemon.awaitEnd(LIMIT)).isZero();
			assertThat(host.hasAddress("10.7.0.100/24")).isFalse();
		}
	}
}

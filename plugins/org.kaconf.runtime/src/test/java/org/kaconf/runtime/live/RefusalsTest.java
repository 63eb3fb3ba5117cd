package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;

/** What needs a network to be refused; see CommandLineTest for the rest. */
@LiveTest
class RefusalsTest {
	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private static void assertRefused(HostProcess process, ExitCode code, String message) throws Exception {
		assertThat(process.awaitEnd(LIMIT)).isEqualTo(code.number());
		List<String> lines = process.lines().stream().map(HostProcess.Line::text).filter(t -> !t.contains(": Starting Kaconf")).toList();
		assertThat(lines).singleElement().asString().startsWith("kaconf-runtime: ").contains(message);
	}

	@Test
	void anInterfaceThatDoesNotExist() throws Exception {
		HostProcess a = network.kaconf(network.a, instance(100).interfaceName("eth7").build());
		assertRefused(a, ExitCode.INTERFACE, "interface eth7 of vrrp_instance VI_1 does not exist; create it, name one that ip link shows, or write dynamic_interfaces if it comes later");
		assertThat(network.socket(network.a)).doesNotExist();
	}

	@Test
	void aControlSocketInUseButNotAStaleOne() throws Exception {
		HostProcess first = network.kaconf(network.a, instance(100).build());
		first.await("Startup complete", 0, LIMIT);
		HostProcess second = network.kaconf(network.a, instance(100).build());
		assertRefused(second, ExitCode.IN_USE, "is in use by another running daemon; stop that one or choose another with --control");
		first.kill();
		first.awaitEnd(LIMIT);
		assertThat(network.socket(network.a)).exists();
		HostProcess third = network.kaconf(network.a, instance(100).build());
		awaitMaster(third, 0);
		assertThat(network.status(network.a).pid()).isEqualTo(third.pid());
	}

	@Test
	void aPidFileInUse() throws Exception {
		Path pidFile = Files.writeString(folder.resolve("a.pid"), ProcessHandle.current().pid() + "\n");
		HostProcess a = network.kaconf(network.a, LiveNetwork.node(network.a, instance(100).build()), "-p", pidFile.toString());
		assertRefused(a, ExitCode.IN_USE, "process " + ProcessHandle.current().pid() + " is running; stop it or choose another file with -p");
	}

	@Test
	void aMissingCapability() throws Exception {
		Path file = Files.writeString(folder.resolve("a.json"), NodeJson.write(LiveNetwork.node(network.a, instance(100).build())));
		List<String> words = new ArrayList<>(List.of("setpriv", "--bounding-set", "-net_raw,-net_admin"));
		words.addAll(RuntimeCommand.of("-nl", "-f", file.toString(), "--control", network.socket(network.a).toString()));
		HostProcess a = HostProcess.start(network.a, words, line -> {
		});
		assertRefused(a, ExitCode.PERMISSION, "run as root, or grant CAP_NET_ADMIN and CAP_NET_RAW (AmbientCapabilities= in a systemd unit)");
		assertThat(network.socket(network.a)).doesNotExist();
	}
}

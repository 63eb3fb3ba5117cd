package org.kaconf.generator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.generator.script.Programs;
import org.kaconf.generator.script.ScriptRun;
import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.Globals;
import org.kaconf.model.Node;
import org.kaconf.model.ProcessSettings;

class UnitTemplateTest {
	private static final ProcessSettings EVERYTHING = new ProcessSettings(-5, true, 20, Duration.ofSeconds(1), List.of(0), new AutomaticPriority(60, Duration.ofSeconds(1)));

	private static final ProcessSettings ORDINARY = new ProcessSettings(0, false, null, null, List.of());

	@TempDir
	Path folder;

	private static Node node(String name, ProcessSettings process, String networkNamespace) {
		Globals g = Globals.DEFAULT;
		return new Node(name, List.of(), new Globals(g.routerId(), g.scriptSecurity(), g.scriptUser(), g.scriptGroup(), g.mail(), networkNamespace, g.notifyFifo(), g.vrrpFifo(),
				g.fifoStatesOnReload(), g.startupDelay(), g.startupScript(), g.shutdownScript(), g.logUnknownVrids(), g.interfaces(), g.receiveBuffers(), g.firewall(), process, null),
				List.of(), List.of(), List.of(), null);
	}

	private static List<String> unit(ProcessSettings process, String networkNamespace) {
		return new UnitTemplate().render(node("lb1", process, networkNamespace), "cluster.kaconf").lines().toList();
	}

	/** What stands in a unit beyond that of an ordinary process, without comments. */
	private static List<String> granted(ProcessSettings process, String networkNamespace) {
		List<String> plain = unit(ORDINARY, null);
		return unit(process, networkNamespace).stream().filter(line -> !plain.contains(line) && !line.startsWith("#")).toList();
	}

	private static List<String> granted(ProcessSettings process) {
		return granted(process, null);
	}

	@Test
	void systemdUnderstandsEveryLine() throws Exception {
		Programs.need("systemd-analyze");
		for (Node node : List.of(node("nginx01", ProcessSettings.DEFAULT, null), node("nginx02", EVERYTHING, "blue"))) {
			// The program itself need not be installed here.
			String unit = new UnitTemplate().render(node, "cluster.kaconf").replace("/usr/bin/kaconf ", "/bin/true ");
			Path file = Files.writeString(folder.resolve("kaconf.service"), unit);
			ScriptRun run = ScriptRun.of(Map.of(), "systemd-analyze", "verify", "--man=no", file.toString());
			assertThat(run.output().lines().filter(line -> line.contains("kaconf.service"))).isEmpty();
			assertThat(run.exitCode()).as(run.output()).isZero();
		}
	}

	@Test
	void aHostileNodeNameStaysInItsComment() {
		assertThat(new UnitTemplate().render(node("a\nExecStart=/bin/evil", ProcessSettings.DEFAULT, null), "b\nUser=x").lines().filter(line -> line.startsWith("ExecStart=")))
				.containsExactly("ExecStart=/usr/bin/kaconf run /etc/kaconf/node.json");
	}

	@Test
	void limitsAreRaisedForWhatAsksForIt() {
		assertThat(granted(EVERYTHING)).containsExactly("LimitRTPRIO=60", "LimitNICE=-5", "LimitMEMLOCK=infinity");
		assertThat(granted(new ProcessSettings(null, false, 20, null, List.of()))).containsExactly("LimitRTPRIO=20");
		assertThat(granted(new ProcessSettings(null, false, null, null, List.of(), new AutomaticPriority(7, Duration.ofSeconds(1))))).containsExactly("LimitRTPRIO=7");
		assertThat(granted(new ProcessSettings(-1, false, null, null, List.of()))).containsExactly("LimitNICE=-1");
		assertThat(granted(new ProcessSettings(0, true, null, null, List.of()))).containsExactly("LimitMEMLOCK=infinity");
		assertThat(granted(ProcessSettings.DEFAULT)).containsExactly("LimitRTPRIO=1");
	}

	@Test
	void whatEverybodyMayDoNeedsNothing() {
		assertThat(granted(new ProcessSettings(5, false, null, Duration.ofSeconds(1), List.of(0, 1), new AutomaticPriority(0, Duration.ofSeconds(2))))).isEmpty();
		assertThat(unit(ORDINARY, null)).noneMatch(line -> line.startsWith("Limit") || line.contains("SYS_")).contains("RestrictNamespaces=yes");
	}

	@Test
	void aNetworkNamespaceMayBeEntered() {
		assertThat(granted(ORDINARY, "blue")).containsExactly("CapabilityBoundingSet=CAP_SYS_ADMIN", "RestrictNamespaces=net");
		assertThat(unit(ProcessSettings.DEFAULT, "blue")).doesNotContain("RestrictNamespaces=yes");
	}
}

package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Globals;
import org.kaconf.model.Node;
import org.kaconf.runtime.loop.Log;

class ConfigurationTest {
	@Test
	void saysInOneLineWhichSettingsMeanNothing() {
		assertThat(logOf("global_defs enable_snmp_vrrp", "root virtual_server")).hasLineCount(1)
				.contains("These settings mean nothing to this daemon: global_defs enable_snmp_vrrp, root virtual_server");
		assertThat(logOf()).isEmpty();
	}

	private static String logOf(String... unread) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Node node = new Node("lb1", List.of(), Globals.DEFAULT, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(unread), null);
		try (Log log = new Log(new PrintStream(out, true, StandardCharsets.UTF_8), false)) {
			Configuration.of(node, Set.of(), log);
		}
		return out.toString(StandardCharsets.UTF_8);
	}
}

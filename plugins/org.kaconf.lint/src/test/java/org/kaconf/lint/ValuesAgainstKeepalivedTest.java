package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers and words of all sorts behind the keywords people use most: Kaconf finds something wrong exactly where keepalived does. Needs
 * root and keepalived; without them it is skipped, but never in CI.
 */
@Tag("live")
class ValuesAgainstKeepalivedTest {
	private static final List<String> VALUES = List.of("0", "1", "2", "3", "-1", "+20", "0.5", "0.01", "0.001", "40.96", "100", "101", "253", "254", "255", "256", "1000", "1001",
			"4294", "4295", "4294967296", "0x20", "abc", "on", "ON", "MASTER", "BACKUP", "backup", "51;");
	private static final String GLOBALS = "global_defs {\n    enable_script_security\n    script_user root\n}\n";
	private static final String INSTANCE = "vrrp_instance VI_1 {\n%s    interface eth0\n%s    virtual_ipaddress {\n        192.0.2.10/24\n    }\n    track_script {\n        chk\n    }\n}\n";
	private static final String VRID = "    virtual_router_id 51\n";
	private static final String SCRIPT = "vrrp_script chk {\n%s    script \"/bin/true\"\n}\n";

	private static RealKeepalived keepalived;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void open() throws IOException {
		try {
			keepalived = RealKeepalived.open(folder);
		} catch (IOException e) {
			assumeTrue("true".equals(System.getenv("CI")), "needs root and the package keepalived: " + e.getMessage());
			throw e;
		}
	}

	@AfterAll
	static void close() throws IOException {
		if (keepalived != null) {
			keepalived.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"state", "virtual_router_id", "priority", "advert_int", "version", "preempt_delay", "garp_master_delay", "garp_master_repeat", "garp_master_refresh",
			"garp_lower_prio_delay", "down_timer_adverts", "lower_prio_no_advert", "smtp_alert", "mcast_src_ip"})
	void ofAnInstance(String keyword) throws IOException {
		String others = (keyword.equals("virtual_router_id") ? "" : VRID) + (keyword.equals("priority") ? "" : "    priority 150\n");
		agree(keyword, line -> GLOBALS + SCRIPT.formatted("") + INSTANCE.formatted(line, others));
	}

	@ParameterizedTest
	@ValueSource(strings = {"interval", "timeout", "rise", "fall", "weight"})
	void ofAScript(String keyword) throws IOException {
		agree(keyword, line -> GLOBALS + SCRIPT.formatted(line) + INSTANCE.formatted("", VRID));
	}

	private interface Template {
		String with(String line);
	}

	private void agree(String keyword, Template template) throws IOException {
		List<String> differences = new ArrayList<>();
		for (String value : VALUES) {
			Path file = folder.resolve("keepalived.conf");
			List<Diagnostic> found = Lint.check(file, template.with("    " + keyword + " " + value + "\n"));
			List<String> messages = keepalived.check(file, "lb1").messages();
			if (found.isEmpty() != messages.isEmpty()) {
				differences.add(value + ": keepalived " + messages + ", Kaconf " + found);
			}
		}
		assertThat(differences).isEmpty();
	}
}

package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of scripts is found of processes, files and BFD sessions. */
class OtherTrackersTest {
	private static final String DEFINITIONS = """
			vrrp_track_process app {
			    process app
			    weight -1
			}
			track_file drain {
			    file /run/drain
			}
			bfd_instance uplink {
			    neighbor_ip 192.0.2.9
			}
			""";
	private static final String INSTANCE = """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			    BLOCK {
			        NAME
			    }
			}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "track_process, app, ap", "track_file, drain, drane", "track_bfd, uplink, uplonk" })
	void namesThatNothingDefines(String block, String right, String wrong) {
		String text = INSTANCE.replace("BLOCK", block);
		assertThat(Lint.check(folder.resolve("k.conf"), DEFINITIONS + text.replace("NAME", right))).extracting(Diagnostic::rule).doesNotContain("KA1301", "KA1302");
		assertThat(Lint.check(folder.resolve("k.conf"), DEFINITIONS + text.replace("NAME", wrong))).extracting(Diagnostic::rule).contains("KA1301");
		assertThat(Lint.check(folder.resolve("k.conf"), text.replace("NAME", right) + DEFINITIONS)).as("keepalived does not look ahead").extracting(Diagnostic::rule)
				.contains("KA1302");
	}

	@Test
	void aWeightThatDoesNotMoveTheAddressIsRefuted() {
		String cluster = "cluster web {\n    node lb1 {\n        address 192.0.2.1/24 dev eth0\n    }\n    node lb2 {\n        address 192.0.2.2/24 dev eth0\n    }\n}\n" + DEFINITIONS
				+ INSTANCE.replace("BLOCK", "track_process").replace("NAME", "app").replace("interface eth0", "interface eth0\n    @lb1 priority 101\n    @lb2 priority 100");
		assertThat(Lint.check(folder.resolve("k.kaconf"), cluster)).anySatisfy(d -> {
			assertThat(d.rule()).isEqualTo("KA4003");
			assertThat(d.message()).contains("lb1 stays master when app fails on lb1: weight -1 leaves it priority 100");
		});
	}
}

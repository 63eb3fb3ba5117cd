package org.kaconf.lint.rules.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Lint;

/** What becomes of a weight is another thing for each kind of what is tracked. The verdicts of sync_group.cases hold it against keepalived. */
class WeightInSyncGroupTest {
	private static final String CONFIGURATION = WeightedThings.DEFINITIONS + """
			vrrp_sync_group G {
			    group {
			        VI_1
			        VI_2
			    }
			}
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			    BLOCK {
			        LINE
			    }
			}
			vrrp_instance VI_2 {
			    interface eth1
			    virtual_router_id 52
			    virtual_ipaddress {
			        198.51.100.10/24
			    }
			}
			""";

	@TempDir
	private Path folder;

	private static String text(String block, String line) {
		return CONFIGURATION.replace("BLOCK", block).replace("LINE", line);
	}

	private List<Diagnostic> found(String text) {
		return Lint.check(folder.resolve("keepalived.conf"), text).stream().filter(d -> d.rule().equals("KA2016")).toList();
	}

	@ParameterizedTest
	@CsvSource({ "track_script, one, error, such a script is not run, 7:12", "track_script, one weight 4, error, such a script is not run, 37:20",
			"track_file, one, error, 'has the weight 1, which becomes 0', ", "track_file, two weight 1, error, 'has the weight 1, which becomes 0', 37:20",
			"track_file, two, error, such a file does not count, 14:12", "track_file, one weight -1, error, such a file does not count, 37:20",
			"track_bfd, one, error, such a session does not count, 18:12", "track_interface, eth2 weight 5, warning, keepalived says that it ignores it, 37:21" })
	void eachKindHasItsOwnEffect(String block, String line, String severity, String effect, String weight) {
		String text = text(block, line);
		assertThat(found(text)).singleElement().satisfies(d -> {
			assertThat(d.severity().word()).isEqualTo(severity);
			assertThat(d.message()).startsWith(Lint.marked(d, text) + " has ").contains(effect).contains("the sync group G");
			assertThat(d.related().stream().map(r -> r.origin().line() + ":" + r.origin().column())).isEqualTo(weight == null ? List.of() : List.of(weight));
		});
	}

	@ParameterizedTest
	@CsvSource({ "track_script, one weight 0", "track_file, two weight 0", "track_bfd, one weight 0", "track_interface, eth2", "track_interface, eth0 weight 5", "track_process, one",
			"track_process, one weight 3" })
	void noWeightAndThatOfAProcessAreFine(String block, String line) {
		assertThat(found(text(block, line))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "track_script", "track_file", "track_bfd" })
	void inAGroupThatWeighsAllCounts(String block) {
		assertThat(found(text(block, "one").replace("vrrp_sync_group G {", "vrrp_sync_group G {\n    sync_group_tracking_weight"))).isEmpty();
	}

	@Test
	void anInstanceOfItsOwnIsNotConcerned() {
		assertThat(found(text("track_bfd", "one").replace("        VI_1\n", ""))).isEmpty();
	}
}

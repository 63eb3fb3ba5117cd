package org.kaconf.lint.rules.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.Lint;

/** The priority of an address owner stays, and what becomes of a weight depends on what is tracked. The verdicts of owner.cases hold it against keepalived. */
class OwnerWithWeightsTest {
	private static final String CONFIGURATION = WeightedThings.DEFINITIONS + """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    priority 255
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			    BLOCK {
			        LINE
			    }
			}
			""";
	private static final String PRIORITY = "27:14";

	@TempDir
	private Path folder;

	private static String text(String block, String line) {
		return CONFIGURATION.replace("BLOCK", block).replace("LINE", line);
	}

	private List<String> rules(String text) {
		return found(text).stream().map(Diagnostic::rule).toList();
	}

	private List<Diagnostic> found(String text) {
		return Lint.check(folder.resolve("keepalived.conf"), text).stream().filter(d -> d.rule().equals("KA2015") || d.rule().equals("KA2016")).toList();
	}

	@ParameterizedTest
	@CsvSource({ "track_script, one, such a script is not run, 7:12", "track_script, one weight 4, such a script is not run, 32:20",
			"track_file, one, 'has the weight 1, which becomes 0', ", "track_file, two weight 1, 'has the weight 1, which becomes 0', 32:20",
			"track_file, two, such a file does not count, 14:12", "track_file, one weight -1, such a file does not count, 32:20", "track_bfd, one, such a session does not count, 18:12",
			"track_interface, eth2 weight 5, such an interface does not count, 32:21" })
	void eachKindHasItsOwnEffect(String block, String line, String effect, String weight) {
		String text = text(block, line);
		List<String> places = new ArrayList<>(List.of(PRIORITY));
		if (weight != null) {
			places.addFirst(weight);
		}
		assertThat(found(text)).singleElement().satisfies(d -> {
			assertThat(d.rule()).isEqualTo("KA2015");
			assertThat(d.severity().word()).isEqualTo("error");
			assertThat(d.message()).startsWith(Lint.marked(d, text) + " has ").contains(effect).contains("in an instance of priority 255").endsWith("or use a lower priority");
			assertThat(d.related().stream().map(r -> r.origin().line() + ":" + r.origin().column())).isEqualTo(places);
		});
	}

	@ParameterizedTest
	@CsvSource({ "track_script, one weight 0", "track_file, two weight 0", "track_bfd, one weight 0", "track_interface, eth2", "track_interface, eth0 weight 5", "track_process, one",
			"track_process, one weight 3" })
	void noWeightAndThatOfAProcessAreFine(String block, String line) {
		assertThat(found(text(block, line))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "track_script, one", "track_file, one", "track_bfd, one", "track_interface, eth2 weight 5" })
	void withALowerPriorityItCounts(String block, String line) {
		assertThat(found(text(block, line).replace("priority 255", "priority 254"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'', track_file, one", "'', track_interface, eth2 weight 5", "sync_group_tracking_weight, track_file, one", "sync_group_tracking_weight, track_interface, eth2 weight 5" })
	void inASyncGroupItIsAnOwnerAllTheSame(String option, String block, String line) {
		assertThat(rules("vrrp_sync_group G {\n" + option + "\n group {\n VI_1\n }\n}\n" + text(block, line))).containsExactly("KA2015");
	}

	@Test
	void anOwnerNeedNotSayItsPriority() {
		assertThat(rules(text("track_bfd", "one").replace("priority 255", "state MASTER"))).containsExactly("KA2015");
	}
}

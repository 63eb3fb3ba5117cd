package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake is one finding: what keepalived takes instead of the mistaken line is not compared with anything. */
class FollowUpTest {
	private static final String CLUSTER = """
			cluster web {
			    node lb1 {
			        address 192.0.2.1/24 dev eth0
			    }
			    node lb2 {
			        address 192.0.2.2/24 dev eth0
			    }
			}
			vrrp_instance VI_1 {
			    @lb1 state MASTER
			    @lb2 state BACKUP
			    interface eth0
			    virtual_router_id 51
			    @lb1 priority 101
			    @lb2 priority 90
			    advert_int 2
			    authentication {
			        auth_type PASS
			        auth_pass s3cret
			    }
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
			"virtual_router_id 51 | virtual_routerid 51       | KA1101",
			"interface eth0       | interfce eth0             | KA1101",
			"virtual_ipaddress {  | virtual_ipadress {        | KA1101",
			"192.0.2.10/24        | 192.0.2.300/24            | KA1204",
			"@lb1 state MASTER    | @lb1 state MSATER         | KA1204",
			"priority 101         | priorty 101               | KA1101",
			"@lb2 priority 90     | @lb2 priority abc         | KA1204",
			"advert_int 2         | advrt_int 2               | KA1101",
			"auth_type PASS       | auth_type PAS             | KA1204",
			"auth_pass s3cret     | auth_pass                 | KA1201",
	})
	void aMistakeIsReportedOnce(String right, String wrong, String rules) {
		String text = CLUSTER.replace(right, wrong);
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), text)).extracting(Diagnostic::rule).isNotEmpty().isSubsetOf(rules.split(","));
	}

	@ParameterizedTest(name = "on lb2: {1}")
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
			"virtual_router_id 51 | virtual_routerid 52  | KA1101",
			"priority 101         | priorty 90           | KA1101",
			"priority 101         | priority abc         | KA1204",
			"advert_int 2         | advrt_int 2          | KA1101",
			"advert_int 2         | advert_int 300       | KA1203",
			"auth_type PASS       | auth_type PAS        | KA1204",
			"192.0.2.10/24        | 192.0.2.300/24       | KA1204",
			"interface eth0       | interfce eth0        | KA1101",
	})
	void aMistakeOnOneNodeIsNoDisagreement(String right, String wrong, String rule) {
		String plain = CLUSTER.substring(CLUSTER.indexOf("vrrp_instance")).replaceAll("(?m)^ *@lb2 .*\n", "").replace("@lb1 ", "");
		Path first = Lint.write(folder.resolve("lb1.conf"), plain);
		Path second = Lint.write(folder.resolve("lb2.conf"), plain.replace("MASTER", "BACKUP").replace(right, wrong));
		assertThat(Lint.check(Lint.analyseCluster(List.of(first, second)))).extracting(Diagnostic::rule)
				.contains(rule).doesNotContain("KA3001", "KA3004", "KA3006", "KA3009", "KA2001", "KA2002", "KA4003")
				.filteredOn(found -> right.startsWith("priority")).doesNotContain("KA3010");
	}

	@Test
	void theOtherSideOfADisagreementIsNeverThePlaceItself() {
		String text = CLUSTER.replace("    @lb2 priority 90\n", "").replace("@lb1 priority", "priority");
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), text)).singleElement().satisfies(found -> {
			assertThat(found.rule()).isEqualTo("KA3010");
			assertThat(found.related()).isEmpty();
		});
	}

	@Test
	void theAddressThatOnlyOneNodeHasIsShown() {
		String text = CLUSTER.replace("        192.0.2.10/24\n", "        192.0.2.10/24\n        @lb1 192.0.2.11/24\n");
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), text)).singleElement().satisfies(found -> {
			assertThat(found.rule()).isEqualTo("KA3009");
			assertThat(found.related()).singleElement().satisfies(other -> assertThat(text.lines().toList().get(other.origin().line() - 1)).contains("@lb1 192.0.2.11/24"));
		});
	}

	@Test
	void aConfigurationThatIsNotThereIsOneFinding() {
		Lint.write(folder.resolve("lb1.conf"), CLUSTER.substring(CLUSTER.indexOf("vrrp_instance")));
		String text = "cluster web {\n    node lb1 {\n        config lb1.conf\n    }\n    node lb2 {\n        config gone.conf\n    }\n}\n";
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), text)).extracting(Diagnostic::rule).containsExactly("KA1001");
	}

	@Test
	void aNodeWithoutANameIsOneFinding() {
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), CLUSTER.replace("node lb2 {", "node {"))).filteredOn(found -> found.origin().line() == 5)
				.extracting(Diagnostic::rule).containsExactly("KA1014");
	}

	@Test
	void aNodeWithoutAnAddressIsToldWhatItLacks() {
		String text = CLUSTER.replace("address 192.0.2.2/24 dev eth0", "").replace("interface eth0", "interface ${_INTERFACE}");
		assertThat(Lint.check(folder.resolve("cluster.kaconf"), text)).filteredOn(found -> found.rule().equals("KA1305")).singleElement()
				.satisfies(found -> assertThat(found.message()).contains("in the node's block"));
	}
}

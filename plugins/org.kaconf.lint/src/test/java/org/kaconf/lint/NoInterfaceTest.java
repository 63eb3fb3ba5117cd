package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether unicast peers stand in for an interface is a matter of keepalived's version. */
class NoInterfaceTest {
	private static final String INSTANCE = """
			vrrp_instance VI_1 {
			    virtual_router_id 51
			    unicast_src_ip 192.0.2.1
			    unicast_peer {
			        192.0.2.2
			    }
			    virtual_ipaddress {
			        192.0.2.10/24 dev lo
			    }
			}
			""";

	@TempDir
	Path folder;

	private String found(String version, String instance) {
		String text = "cluster web {\n    keepalived_version " + version + "\n    node lb1 {\n        address 192.0.2.1/24 dev eth0\n    }\n}\n" + instance;
		return Lint.check(folder.resolve("cluster.kaconf"), text).stream().filter(d -> d.rule().equals("KA2002")).map(Diagnostic::message).findFirst().orElse("");
	}

	@ParameterizedTest
	@CsvSource({"2.0.20, true", "2.1.0, false", "2.2.4, false", "2.2.5, true", "2.2.7, true", "2.2.8, false", "2.4.3, false"})
	void peersAloneAreEnoughForSomeReleases(String version, boolean refused) {
		assertThat(found(version, INSTANCE)).contains(refused ? "keepalived " + version + " does not take unicast peers without one" : "");
		assertThat(found(version, INSTANCE).isEmpty()).isEqualTo(!refused);
	}

	@Test
	void peersAloneNeedASource() {
		assertThat(found("2.4.3", INSTANCE.replace("    unicast_src_ip 192.0.2.1\n", ""))).contains("neither an interface nor an address to send from");
		assertThat(found("2.4.3", INSTANCE.replace("192.0.2.1\n", "fe80::1\n").replace("192.0.2.2", "fe80::2").replace("192.0.2.10/24", "2001:db8::10/64")))
				.contains("link-local address, which means nothing without an interface");
	}

	/** Skipped without root and keepalived, but never in CI. */
	@Test
	void thatOfDebian12RefusesIndeed(@TempDir Path shared) throws Exception {
		try (RealKeepalived keepalived = RealKeepalived.open(shared)) {
			Path file = Lint.write(folder.resolve("lb1.conf"), INSTANCE);
			assertThat(keepalived.check(file, "lb1").messages()).anyMatch(message -> message.contains("Unknown interface!"));
			assertThat(Lint.check(Lint.analyse(file))).extracting(Diagnostic::rule).contains("KA2002");
		} catch (IOException e) {
			assumeTrue("true".equals(System.getenv("CI")), "needs root and the package keepalived: " + e.getMessage());
			throw e;
		}
	}
}

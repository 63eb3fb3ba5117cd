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
import org.kaconf.lint.Fixes;
import org.kaconf.lint.Lint;

/** How bad another first address is is a matter of strict mode and of keepalived's version, and what is offered one of where the address of the link is. */
class FirstAddressNotLinkLocalTest {
	private static final String CLUSTER = """
			cluster web {
			    keepalived_version %s
			    node lb1 {
			        address 192.0.2.1/24 dev eth0
			    }
			    node lb2 {
			        address 192.0.2.2/24 dev eth0
			    }
			}
			""";
	private static final String INSTANCE = """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    @lb1 priority 101
			    @lb2 priority 100
			    virtual_ipaddress {
			%s
			    }
			}
			""";
	private static final String ELSEWHERE = "        2001:db8::10/64";

	@TempDir
	private Path folder;

	private List<Diagnostic> found(String text) {
		return Lint.check(folder.resolve("cluster.kaconf"), text).stream().filter(d -> d.rule().equals("KA2031")).toList();
	}

	private static String text(String addresses) {
		return CLUSTER.formatted("2.2.7") + INSTANCE.formatted(addresses);
	}

	@ParameterizedTest
	@CsvSource({ "2.0.0, on, info", "2.0.6, on, info", "2.0.7, on, error", "2.0.7, off, error", "2.1.5, off, error", "2.2.0, off, info", "2.2.0, on, error", "2.2.7, off, info", "2.2.7, on, error",
			"2.4.3, off, info", "2.4.3, on, error" })
	void strictModeAndTheVersionDecideHowBadItIs(String version, String strict, String severity) {
		String text = CLUSTER.formatted(version) + INSTANCE.formatted(ELSEWHERE);
		assertThat(found(text.replace("interface eth0", "interface eth0\n    strict_mode " + strict))).singleElement().satisfies(d -> {
			assertThat(d.severity().word()).isEqualTo(severity);
			assertThat(d.message()).contains(severity.equals("error") ? "must be" : "should be");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "fe80::1/64", "febf:ffff::1/64" })
	void allOfTheLinkWillDo(String address) {
		assertThat(found(text("        " + address + "\n" + ELSEWHERE))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fec0::1/64", "ff02::1", "2001:db8::1" })
	void othersWillNot(String address) {
		assertThat(found(text("        " + address + "\n        fe80::1/64"))).hasSize(1);
	}

	@Test
	void unicastPeersAndIpv4AreNotConcerned() {
		assertThat(found(text("        192.0.2.10/24"))).isEmpty();
		assertThat(found(text(ELSEWHERE).replace("interface eth0", "interface eth0\n    unicast_peer {\n        2001:db8::9\n    }"))).isEmpty();
	}

	@Test
	void theLineOfTheLinkIsMovedWithItsCommentAndItsNode() {
		String text = text("        @^lb3 2001:db8::10/64 # for all\n        2001:db8::11/64\n        @lb1 fe80::10/64 dev eth0 # of lb1\n        @lb2 fe80::10/64");
		String fixed = text;
		for (int i = 0; i < 2; i++) {
			fixed = Fixes.apply(found(fixed).getFirst().fixes().getFirst(), folder.resolve("cluster.kaconf").toString(), fixed);
		}
		assertThat(fixed).isEqualTo(text("        @lb1 fe80::10/64 dev eth0 # of lb1\n        @lb2 fe80::10/64\n        @^lb3 2001:db8::10/64 # for all\n        2001:db8::11/64"));
		assertThat(found(fixed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ELSEWHERE, ELSEWHERE + "\n        ${LINK}", ELSEWHERE + "\n    }\n    virtual_ipaddress {\n        fe80::10/64", ELSEWHERE + " fe80::10/64" })
	void nothingIsOfferedForWhatHasNoLineInTheBlock(String addresses) {
		assertThat(found("$LINK=fe80::10/64\n" + text(addresses))).singleElement().satisfies(d -> assertThat(d.fixes()).isEmpty());
	}
}

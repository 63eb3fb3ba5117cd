package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's first example, and what goes wrong when one changes it. */
class ScenarioTest {
	private static final Path EXAMPLES = Path.of("../../examples");
	private static final String NODE = """
			global_defs {
			    enable_script_security
			    script_user root
			}

			vrrp_script chk_nginx {
			    script "/usr/local/bin/check-nginx"
			    interval 2
			    weight -5
			}

			vrrp_instance VI_1 {
			    state %s
			    interface eth0
			    mcast_src_ip %s
			    virtual_router_id %s
			    priority %s
			    advert_int 2
			    authentication {
			        auth_type PASS
			        auth_pass 1111
			    }
			    virtual_ipaddress {
			        %s/24
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void hasNoFindings() {
		assertThat(Lint.check(Lint.analyse(EXAMPLES.resolve("nginx-ha/cluster.kaconf")))).isEmpty();
		assertThat(Lint.check(Lint.analyse(EXAMPLES.resolve("nginx-ha/process-check/cluster.kaconf")))).isEmpty();
		assertThat(Lint.check(Lint.analyse(EXAMPLES.resolve("plain-files/cluster.kaconf")))).isEmpty();
	}

	/** Two active routers, three nodes with interfaces of different names, version 3 in tenths of a second, IPv6 by unicast under the same VRID. */
	@Test
	void aLargerClusterHasNoFindingsEither() {
		assertThat(Lint.check(Lint.analyse(Path.of("src/test/resources/valid/three-nodes-both-families.kaconf")))).isEmpty();
	}

	@Test
	void plainFilesAreComparedLikeAClusterFile() {
		Path first = Lint.write(folder.resolve("lb1/keepalived.conf"), NODE.formatted("MASTER", "172.29.88.224", "51", "101", "172.29.88.222"));
		Path second = Lint.write(folder.resolve("lb2/keepalived.conf"), NODE.formatted("BACKUP", "172.29.88.225", "51", "100", "172.29.88.222"));

		assertThat(Lint.check(Lint.analyseCluster(List.of(first, second)))).isEmpty();

		Lint.write(second, NODE.formatted("BACKUP", "172.29.88.225", "52", "100", "172.29.88.222"));
		List<Diagnostic> found = Lint.check(Lint.analyseCluster(List.of(first, second)));
		assertThat(found).singleElement().satisfies(diagnostic -> {
			assertThat(diagnostic.rule()).isEqualTo("KA3001");
			assertThat(diagnostic.origin().file()).isEqualTo(second.toString());
			assertThat(diagnostic.origin().line()).isEqualTo(16);
			assertThat(diagnostic.related()).singleElement().satisfies(related -> assertThat(related.origin().file()).isEqualTo(first.toString()));
		});
	}

	/** What the write-up the scenario is from does in its test section. */
	@Test
	void theVirtualAddressOnANodeIsFound() {
		Path first = Lint.write(folder.resolve("lb1.conf"), NODE.formatted("MASTER", "172.29.88.222", "51", "101", "172.29.88.222"));
		Path second = Lint.write(folder.resolve("lb2.conf"), NODE.formatted("BACKUP", "172.29.88.225", "51", "100", "172.29.88.222"));

		assertThat(Lint.check(Lint.analyseCluster(List.of(first, second)))).extracting(Diagnostic::rule).contains("KA3013");
	}

	@Test
	void theArithmeticOfWeightsIsInTheMessage() throws IOException {
		String text = Files.readString(EXAMPLES.resolve("nginx-ha/cluster.kaconf"));
		List<Diagnostic> found = Lint.check(folder.resolve("cluster.kaconf"), text.replace("@nginx01 priority 101", "@nginx01 priority 150").replace("weight -5", "weight -2"));

		assertThat(found).singleElement().satisfies(diagnostic -> {
			assertThat(diagnostic.rule()).isEqualTo("KA4001");
			assertThat(diagnostic.message()).contains("150 - 2 = 148 stays above nginx02's 100", "at most -51");
			assertThat(diagnostic.fixes()).singleElement().satisfies(fix -> {
				assertThat(fix.safe()).isFalse();
				assertThat(fix.edits()).containsExactly(new Edit(diagnostic.origin(), "-51"));
			});
		});
	}

	@Test
	void aPasswordIsNeverShown() {
		Path first = Lint.write(folder.resolve("lb1.conf"), NODE.formatted("MASTER", "172.29.88.224", "51", "101", "172.29.88.222").replace("1111", "topsecret-A"));
		Path second = Lint.write(folder.resolve("lb2.conf"), NODE.formatted("BACKUP", "172.29.88.225", "51", "100", "172.29.88.222").replace("1111", "toqsecret-B"));
		List<Diagnostic> found = Lint.check(Lint.analyseCluster(List.of(first, second)));

		assertThat(found).extracting(Diagnostic::rule).contains("KA3005", "KA2005");
		assertThat(found).allSatisfy(diagnostic -> assertThat(diagnostic.toString() + diagnostic.related()).doesNotContain("secret"));
	}
}

package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

class ScenarioTest {
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void oneFileForTheCluster() throws URISyntaxException {
		Analysis analysis = kaconf.analyse(file("cluster.kaconf"), LoadOptions.DEFAULT);
		assertThat(analysis.problems()).isEmpty();
		assertThat(analysis.hasClusterBlock()).isTrue();
		assertThat(analysis.cluster().name()).isEqualTo("web");
		assertThat(analysis.cluster().keepalivedVersion()).isEqualTo(new KeepalivedVersion(2, 2, 7));
		assertThat(analysis.cluster().reservedVrids()).extracting(r -> r.first() + "-" + r.last() + " " + r.reason()).containsExactly("1-9 core routers", "60-60 core routers");
		assertThat(analysis.nodes()).extracting(NodeView::name).containsExactly("nginx01", "nginx02");
		Node node = analysis.cluster().nodes().getFirst();
		assertThat(node.addresses()).singleElement().satisfies(a -> {
			assertThat(a.prefix()).hasToString("172.29.88.224/24");
			assertThat(a.device()).isEqualTo("eth0");
		});
		assertThat(node.globals().routerId()).isEqualTo("LVS_DEVEL");
		assertThat(node.globals().scriptSecurity()).isTrue();
		assertThat(node.globals().scriptUser()).isEqualTo("root");
		assertThat(node.globals().mail().recipients()).containsExactly("admin@example.com", "ops@example.com");
		assertThat(node.globals().mail().server()).isEqualTo("mail.example.com");
		Script script = node.script("chk_nginx").orElseThrow();
		assertThat(script.command().words()).containsExactly("/etc/keepalived/chk_nginx.sh", "-q");
		assertThat(List.of(script.interval(), script.timeout())).containsOnly(Duration.ofSeconds(2));
		assertThat(List.of(script.weight(), script.fall(), script.rise())).containsExactly(-5, 3, 2);
		Instance expected = Instance.builder("VI_1").initialState(InitialState.MASTER).interfaceName("eth0").virtualRouterId(51).priority(101)
				.version(VrrpVersion.V2).advertInterval(Duration.ofSeconds(2)).authentication(new Authentication(Authentication.Type.PASS, "1111"))
				.sourceAddress(IpAddress.of("172.29.88.224")).virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24")))
				.trackedScripts(List.of(new TrackedScript("chk_nginx", -5, false, null))).garp(GratuitousArp.DEFAULT).build();
		assertThat(node.instances()).containsExactly(expected);
		assertThat(analysis.cluster().nodes().get(1).instance("VI_1").orElseThrow()).satisfies(i -> {
			assertThat(i.initialState()).isEqualTo(InitialState.BACKUP);
			assertThat(i.priority()).isEqualTo(100);
			assertThat(i.sourceAddress()).hasToString("172.29.88.225");
		});
	}

	@Test
	void everyValueKnowsWhereItWasWritten() throws URISyntaxException {
		Analysis analysis = kaconf.analyse(file("cluster.kaconf"), LoadOptions.DEFAULT);
		String path = file("cluster.kaconf").toString();
		Instance instance = analysis.cluster().nodes().get(1).instance("VI_1").orElseThrow();
		assertThat(instance.origins().element()).isEqualTo(new Origin(path, 33, 1, 33, 19));
		assertThat(instance.origins().of("priority")).isEqualTo(new Origin(path, 40, 23, 40, 26));
		assertThat(instance.origins().of("mcast_src_ip")).isEqualTo(new Origin(path, 37, 18, 37, 29));
		assertThat(instance.origins().of("auth_pass")).isEqualTo(new Origin(path, 44, 19, 44, 23));
		assertThat(instance.virtualAddresses().getFirst().origins().element()).isEqualTo(new Origin(path, 47, 9, 47, 25));
		assertThat(analysis.cluster().nodes().get(1).origins().element()).isEqualTo(new Origin(path, 7, 5, 7, 17));
	}

	@Test
	void twoPlainFilesMeanTheSame() throws URISyntaxException {
		List<Node> fromCluster = kaconf.analyse(file("cluster.kaconf"), LoadOptions.DEFAULT).cluster().nodes();
		Analysis plain = kaconf.analyseCluster(List.of(file("nginx01.conf"), file("nginx02.conf")), LoadOptions.DEFAULT);
		assertThat(plain.problems()).isEmpty();
		assertThat(plain.hasClusterBlock()).isFalse();
		assertThat(plain.cluster().nodes()).isEqualTo(fromCluster.stream().map(ScenarioTest::withoutAddresses).toList());
		assertThat(plain.nodes().getFirst().ast()).as("not parsed twice").isSameAs(plain.files().getFirst().ast());
	}

	@Test
	void clusterOfExistingFiles() throws URISyntaxException {
		Path folder = file("cluster.kaconf").getParent();
		String text = "cluster web {\n node nginx01 {\n address 172.29.88.224/24 dev eth0\n config nginx01.conf\n}\n node nginx02 {\n address 172.29.88.225/24 dev eth0\n config nginx02.conf\n}\n}\n";
		Path file = folder.resolve("existing.kaconf");
		Analysis analysis = kaconf.analyse(file, LoadOptions.DEFAULT.withSources(SourceProvider.DISK.with(file, text)));
		assertThat(analysis.problems()).isEmpty();
		assertThat(analysis.cluster().nodes()).isEqualTo(kaconf.analyse(file("cluster.kaconf"), LoadOptions.DEFAULT).cluster().nodes());
		assertThat(analysis.cluster().nodes().get(1).instances().getFirst().origins().of("priority").file()).isEqualTo(folder.resolve("nginx02.conf").toString());
	}

	/** Whichever brace is forgotten, it is found where it is missing, once, and costs no other block. */
	@ParameterizedTest
	@ValueSource(strings = { "cluster.kaconf", "nginx01.conf" })
	void anyForgottenBraceIsFound(String name) throws URISyntaxException, IOException {
		String text = Files.readString(file(name));
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) == '}' && text.lastIndexOf("${", at) < text.lastIndexOf('\n', at)) {
				assertForgotten(name, text, at, ProblemKind.MISSING_CLOSING_BRACE, head(text, opening(text, at)));
			} else if (text.charAt(at) == '{' && text.charAt(at - 1) == ' ') {
				assertForgotten(name, text, at, ProblemKind.MISSING_OPENING_BRACE, head(text, at));
			}
		}
	}

	private void assertForgotten(String name, String text, int at, ProblemKind kind, int head) throws URISyntaxException {
		Path file = file(name);
		String broken = text.substring(0, at) + text.substring(at + 1);
		Analysis analysis = kaconf.analyse(file, LoadOptions.DEFAULT.withConfigId("a").withSources(SourceProvider.DISK.with(file, broken)));
		String where = "without the brace in line " + new LineMap(text).line(at);
		assertThat(analysis.problems()).as(where).singleElement().satisfies(problem -> {
			assertThat(problem.kind()).isEqualTo(kind);
			assertThat(problem.origin().line()).isEqualTo(new LineMap(text).line(head));
		});
		assertThat(analysis.cluster().nodes()).as(where).hasSize(name.startsWith("cluster") ? 2 : 1);
		assertThat(analysis.cluster().nodes()).as(where).allSatisfy(node -> {
			assertThat(node.scripts()).hasSize(1);
			assertThat(node.instances()).singleElement().satisfies(i -> assertThat(i.trackedScripts()).hasSize(1));
		});
	}

	/** Offset of the brace that is closed at an offset. */
	private static int opening(String text, int close) {
		int depth = 0;
		for (int i = close; i >= 0; i--) {
			depth += text.charAt(i) == '}' ? 1 : text.charAt(i) == '{' ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		throw new IllegalArgumentException("nothing is closed at " + close);
	}

	/** Offset of the first word of the line of a brace. */
	private static int head(String text, int brace) {
		return text.lastIndexOf('\n', brace) + 1;
	}

	private static Node withoutAddresses(Node node) {
		return new Node(node.name(), List.of(), node.globals(), node.scripts(), node.instances(), node.syncGroups(), node.origins());
	}

	private Path file(String name) throws URISyntaxException {
		return Path.of(getClass().getResource("scenario/" + name).toURI());
	}
}

package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
	private final IdeServices services = IdeServices.create();

	/** Each finding that is no mere information as {@code SEVERITY name at text}. */
	private List<String> findings(String text) {
		Snapshot snapshot = services.snapshot(Marked.FILE, text);
		return services.diagnostics(snapshot).stream().filter(d -> d.severity() != Severity.INFO)
				.map(d -> d.severity() + " " + d.name() + " at " + marked(snapshot, d)).toList();
	}

	private static String marked(Snapshot snapshot, Diagnostic diagnostic) {
		return snapshot.text().substring(diagnostic.offset(), diagnostic.offset() + diagnostic.length());
	}

	@Test
	void theScenarioHasNoErrors() {
		assertThat(findings(Scenario.CLUSTER)).noneMatch(f -> f.startsWith("ERROR"));
	}

	@Test
	void marksTheTextThatIsWrong() {
		assertThat(findings(Scenario.CLUSTER.replace("virtual_router_id 51", "virtual_router_id 300"))).anyMatch(f -> f.startsWith("ERROR") && f.endsWith(" at 300"));
		assertThat(findings(Scenario.CLUSTER.replace("advert_int", "advert_itn"))).anyMatch(f -> f.endsWith(" at advert_itn"));
		assertThat(findings(Scenario.CLUSTER.replace("        chk_nginx\n", "        chk_ngnix\n"))).anyMatch(f -> f.endsWith(" at chk_ngnix"));
	}

	@Test
	void lookAtAllNodes() {
		String text = Scenario.CLUSTER.replace("@nginx02 priority 100", "@nginx02 priority 101");
		Snapshot snapshot = services.snapshot(Marked.FILE, text);
		assertThat(services.diagnostics(snapshot)).anySatisfy(d -> {
			assertThat(d.name()).contains("priorit");
			assertThat(d.message()).contains("nginx0");
		});
	}

	@Test
	void fixesReplaceText() {
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER.replace("advert_int", "advert_itn"));
		List<QuickFix> fixes = services.quickFixes(snapshot, snapshot.text().indexOf("advert_itn") + 3, 0);
		assertThat(fixes).isNotEmpty();
		assertThat(TextEdit.apply(Marked.FILE, snapshot.text(), fixes.getFirst().edits())).isEqualTo(Scenario.CLUSTER);
		assertThat(services.quickFixes(snapshot, 0, 0)).isEmpty();
	}

	@Test
	void includedFilesBelongToTheirCluster(@TempDir Path folder) throws IOException {
		Path root = Files.writeString(folder.resolve("cluster.kaconf"), "cluster c {\n    node a {\n        config a/keepalived.conf\n    }\n    node b {\n        config b/keepalived.conf\n    }\n}\n");
		Path a = Files.createDirectories(folder.resolve("a")).resolve("keepalived.conf");
		Path b = Files.createDirectories(folder.resolve("b")).resolve("keepalived.conf");
		Files.writeString(a, Scenario.plain("MASTER", "172.29.88.224", 101));
		Files.writeString(b, Scenario.plain("BACKUP", "172.29.88.225", 100).replace("auth_pass 1111", "auth_pass 2222"));
		Snapshot snapshot = services.snapshot(b, Files.readString(b));
		assertThat(services.nodeNames(snapshot)).containsExactly("a", "b");
		assertThat(services.diagnostics(snapshot)).anySatisfy(d -> assertThat(d.name()).contains("password"));
		assertThat(services.hover(snapshot, snapshot.text().indexOf("priority")).orElseThrow().markdown()).contains("priority: a `101`, b `100`");

		// As soon as the other file's unsaved text says the same, nothing is wrong here either.
		long before = services.diagnostics(snapshot).stream().filter(d -> d.name().contains("password")).count();
		services.snapshot(a, Files.readString(a).replace("auth_pass 1111", "auth_pass 2222"));
		Snapshot renewed = services.latest(b).orElseThrow();
		assertThat(services.diagnostics(renewed).stream().filter(d -> d.name().contains("password")).count()).isLessThan(before);
		assertThat(services.diagnostics(services.snapshot(root, Files.readString(root)))).noneMatch(d -> d.severity() == Severity.ERROR);
	}

	@Test
	void relatedPlacesAreRanges() {
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER.replace("@nginx02 priority 100", "@nginx02 priority 101"));
		assertThat(services.diagnostics(snapshot)).flatExtracting(Diagnostic::related).isNotEmpty().allSatisfy(r -> {
			assertThat(r.place().file()).isEqualTo(Marked.FILE);
			assertThat(r.place().offset() + r.place().length()).isBetween(1, snapshot.text().length());
		});
	}
}

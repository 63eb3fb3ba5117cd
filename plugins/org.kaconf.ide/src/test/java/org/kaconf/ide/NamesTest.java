package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
	private final IdeServices services = IdeServices.create();

	private List<String> shown(List<Target> targets, Snapshot snapshot) {
		return targets.stream().map(t -> lineOf(snapshot.text(), t.offset())).toList();
	}

	private static String lineOf(String text, int offset) {
		int end = text.indexOf('\n', offset);
		return text.substring(text.lastIndexOf('\n', offset) + 1, end < 0 ? text.length() : end).strip();
	}

	private List<String> definition(String where) {
		Marked marked = Scenario.at(where);
		Snapshot snapshot = marked.snapshot(services);
		return shown(services.definition(snapshot, marked.offset()), snapshot);
	}

	@Test
	void goesToDefinitions() {
		assertThat(definition("        chk|_nginx\n")).containsExactly("vrrp_script chk_nginx {");
		assertThat(definition("@ngi|nx02 priority")).containsExactly("node nginx02 {");
		assertThat(definition("|@nginx02 priority")).isEmpty();
		assertThat(definition("$|{VIP}")).containsExactly("$VIP=172.29.88.222/24");
		assertThat(definition("vrrp_script chk_nginx|")).containsExactly("vrrp_script chk_nginx {");
		assertThat(definition("advert_|int")).isEmpty();
	}

	@Test
	void findsReferences() {
		Marked marked = Scenario.at("node ngi|nx01");
		Snapshot snapshot = marked.snapshot(services);
		assertThat(shown(services.references(snapshot, marked.offset()), snapshot)).containsExactly("node nginx01 {", "@nginx01 state MASTER", "@nginx01 priority 101");
	}

	@Test
	void marksOccurrences() {
		Marked marked = Scenario.at("vrrp_script chk|_nginx");
		assertThat(services.highlights(marked.snapshot(services), marked.offset())).extracting(Highlight::definition).containsExactly(true, false);
		assertThat(services.highlights(marked.snapshot(services), 0)).isEmpty();
	}

	@Test
	void kindsDoNotMix() {
		Marked marked = Marked.of("vrrp_script a| {\n}\nvrrp_instance a {\n  track_script {\n    a\n  }\n}\nvrrp_sync_group g {\n  group {\n    a\n  }\n}");
		assertThat(services.references(marked.snapshot(services), marked.offset())).hasSize(2);
	}

	@Test
	void renamesAllUses() {
		Marked marked = Scenario.at("vrrp_script chk|_nginx");
		List<TextEdit> edits = services.rename(marked.snapshot(services), marked.offset(), "chk_web");
		assertThat(TextEdit.apply(Marked.FILE, marked.text(), edits)).isEqualTo(marked.text().replace("chk_nginx", "chk_web"));
	}

	@Test
	void renamesDefinitionsAndNodes() {
		Marked vip = Scenario.at("$V|IP=");
		assertThat(TextEdit.apply(Marked.FILE, vip.text(), services.rename(vip.snapshot(services), vip.offset(), "ADDR")))
				.isEqualTo(vip.text().replace("VIP", "ADDR"));
		Marked node = Scenario.at("@ngin|x01 state");
		assertThat(TextEdit.apply(Marked.FILE, node.text(), services.rename(node.snapshot(services), node.offset(), "front1")))
				.isEqualTo(node.text().replace("nginx01", "front1"));
	}

	@Test
	void refusesNamesThatCannotBe() {
		Marked marked = Scenario.at("@ngin|x01 state");
		Snapshot snapshot = marked.snapshot(services);
		assertThatThrownBy(() -> services.rename(snapshot, marked.offset(), "nginx02")).isInstanceOf(IllegalArgumentException.class)
				.hasMessage("There is already a node 'nginx02'.");
		assertThatThrownBy(() -> services.rename(snapshot, marked.offset(), "two words")).hasMessageContaining("'two words' cannot be the name of a node");
		assertThatThrownBy(() -> services.rename(snapshot, 0, "x")).hasMessage("There is no name to rename here.");
		assertThat(services.renameTarget(snapshot, 0)).isEmpty();
		assertThat(services.renameTarget(snapshot, marked.offset()).orElseThrow().length()).isEqualTo("nginx01".length());
	}

	@Test
	void crossesFiles(@TempDir Path folder) throws IOException {
		Path common = Files.writeString(folder.resolve("common.conf"), "vrrp_script chk_web {\n    script /bin/true\n}\n");
		Path root = folder.resolve("cluster.kaconf");
		Files.writeString(root, "");
		String text = "cluster c {\n    node a {\n        address 192.0.2.1/24 dev eth0\n    }\n}\ninclude common.conf\n"
				+ "vrrp_instance A {\n    track_script {\n        chk_web\n    }\n}\n";
		Snapshot snapshot = services.snapshot(root, text);
		int use = text.lastIndexOf("chk_web");
		assertThat(services.definition(snapshot, use)).containsExactly(new Target(common.toAbsolutePath().normalize(), 12, 7));
		assertThat(services.rename(snapshot, use, "chk_x")).extracting(TextEdit::file).containsExactlyInAnyOrder(root.toAbsolutePath().normalize(), common.toAbsolutePath().normalize());
		assertThat(services.completion(snapshot, use)).extracting(Proposal::label).contains("chk_web");
	}
}

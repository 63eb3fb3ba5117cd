package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;

/**
 * Each keyword of the catalog that has to do with VRRP is read by the builder of the model, or stands with its reason in unread-keywords.tsv, in
 * every release. What is not read the model names, so that a daemon can say it.
 */
class UnreadKeywordsTest {
	/** Blocks with keywords that the builder reads, each with what opens it. */
	private static final Map<String, String> BLOCKS = Map.of("global_defs", "global_defs {\n", "vrrp_instance", "vrrp_instance A {\n", "vrrp_instance/authentication", "vrrp_instance A {\nauthentication {\n",
			"vrrp_sync_group", "vrrp_sync_group G {\n", "vrrp_script", "vrrp_script s {\n", "vrrp_track_process", "vrrp_track_process p {\n", "track_file/definition", "vrrp_track_file f {\n", "bfd_instance",
			"bfd_instance b {\n", "garp_group", "garp_group {\n", "track_group", "track_group t {\n");
	private static final Kaconf KACONF = Kaconf.create();

	@Test
	void whatIsNotReadHasAReason() throws IOException {
		TreeSet<String> unread = new TreeSet<>();
		for (KeepalivedVersion version : Releases.lines()) {
			Catalog catalog = Catalog.standard().forVersion(version);
			for (Map.Entry<String, String> block : BLOCKS.entrySet()) {
				catalog.find(block.getKey()).ifPresent(kind -> unread.addAll(unread(version, block.getValue(), kind.keywords())));
			}
			unread.addAll(unread(version, "", catalog.root().keywords()));
		}
		List<String> expected = new ArrayList<>();
		for (String row : rows()) {
			String[] cells = row.split("\t");
			assertThat(cells).as(row).hasSize(3);
			expected.add(cells[0] + " " + cells[1]);
		}
		assertThat(unread).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void eachIsNamedOnce() {
		Node node = Texts.analyse(KACONF, "global_defs {\nlvs_flush\nlvs_flush\n}\nvirtual_server 192.0.2.1 80 {\n}\nvrrp_instance A {\ninterface eth0\nlvs_sync_daemon_interface eth0\n}\nunknown\n").cluster().nodes().getFirst();
		assertThat(node.unread()).containsExactly("global_defs lvs_flush", "root virtual_server", "vrrp_instance lvs_sync_daemon_interface");
	}

	private static Collection<String> unread(KeepalivedVersion version, String opened, Collection<Keyword> keywords) {
		String ends = "}\n".repeat((int) opened.chars().filter(c -> c == '{').count());
		String lines = keywords.stream().filter(keyword -> !keyword.extension()).map(keyword -> keyword.name() + (keyword.block() == null ? "" : " {\n}")).collect(Collectors.joining("\n"));
		Texts text = Texts.of("main.kaconf", opened + lines + "\n" + ends);
		return KACONF.analyse(Texts.FOLDER.resolve("main.kaconf"), text.options().withVersion(version)).cluster().nodes().getFirst().unread();
	}

	private static List<String> rows() throws IOException {
		try (InputStream in = UnreadKeywordsTest.class.getResourceAsStream("unread-keywords.tsv")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}
}

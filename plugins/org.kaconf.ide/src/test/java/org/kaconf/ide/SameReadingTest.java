package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.ide.source.SourceTree;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.Index;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LineMap;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.SourceProvider;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Origin;

/** The editor's reading of a text and the one of the analysis are the same. */
class SameReadingTest {
	private static final Kaconf KACONF = Kaconf.create();

	static Stream<String> texts() {
		return Stream.of(Scenario.CLUSTER, Scenario.plain("MASTER", "172.29.88.224", 101),
				"vrrp_instance A\n{\nstate \"MASTER\" } vrrp_sync_group G { group { A B } }\n",
				"$A=one\\\n  two\n@n1 vrrp_script s {\n script \"/bin/x 'a b'\" root\n}\ninclude *.conf\n",
				"vrrp_script s {\n  interval 1\n\nvrrp_instance A {\n  track_script {\n    s weight 2\n  }\n  }\n}\n",
				"vrrp_instance A {\n  authentication {\n    auth_type PASS\n  virtual_ipaddress {\n    192.0.2.1\n  }\n}\n");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void ofStatements(String text) {
		List<String> read = new ArrayList<>();
		SourceTree.read(text).forEach(s -> {
			if (!s.isDefinition() && s.keyword() != null) {
				read.add((s.condition() == null ? "" : s.condition().text()) + "|" + s.name() + s.texts() + (s.block() != null));
			}
		});
		List<String> parsed = EcoreUtil2.getAllContentsOfType(KACONF.parse(text), Statement.class).stream().filter(s -> s.getKeyword() != null)
				.map(s -> (s.getCondition() == null ? "" : s.getCondition()) + "|" + s.getKeyword() + BlockKinds.words(s) + (s.getBlock() != null)).toList();
		assertThat(read).isEqualTo(parsed);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void ofNames(String text) {
		Path file = Path.of("/home/ann/names.kaconf");
		SourceProvider sources = asked -> asked.equals(file) ? text : "";
		Analysis analysis = KACONF.analyse(file, LoadOptions.DEFAULT.withSources(sources));
		TreeSet<String> indexed = new TreeSet<>();
		analysis.definitions().forEach(d -> indexed.add(line(d.origin()) + " defines " + d.kind() + " " + d.name()));
		analysis.references().forEach(r -> indexed.add(line(r.origin()) + " uses " + r.kind() + " " + r.name()));

		LineMap lines = new LineMap(text);
		TreeSet<String> read = new TreeSet<>();
		for (Occurrence occurrence : new SourceUnit(file, text).occurrences()) {
			String kind = occurrence.name().isVariable() ? Index.VARIABLE : occurrence.name().kind().id();
			read.add(lines.line(occurrence.offset()) + (occurrence.definition() ? " defines " : " uses ") + kind + " " + occurrence.name().text());
		}
		assertThat(read).isEqualTo(indexed);
	}

	private static int line(Origin origin) {
		return origin.line();
	}
}

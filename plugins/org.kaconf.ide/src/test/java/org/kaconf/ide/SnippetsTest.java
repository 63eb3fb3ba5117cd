package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.lang.Predefined;
import org.kaconf.lang.catalog.Catalog;

/** What is proposed ready-made means what it says. */
class SnippetsTest {
	private final IdeServices services = IdeServices.create();

	static Stream<Snippet> snippets() {
		return Snippets.all().stream();
	}

	@ParameterizedTest
	@MethodSource("snippets")
	void everySnippetIsFaultless(Snippet snippet) {
		assertThat(Catalog.standard().find(snippet.context())).isPresent();
		assertThat(snippet.body().indexOf(Snippet.CARET)).as("one caret").isNotNegative().isEqualTo(snippet.body().lastIndexOf(Snippet.CARET));
		String body = snippet.body().replace(Snippet.CARET, snippet.body().contains("auth_pass |") ? "1111" : "");
		String text = snippet.context().equals("root") ? body + "\n" : snippet.context() + " X {\n" + body + "\nvirtual_router_id 7\ninterface eth0\n}\n";
		Snapshot snapshot = services.snapshot(Marked.FILE, text);
		assertThat(services.tokens(snapshot)).extracting(Token::kind).doesNotContain(TokenKind.UNKNOWN_KEYWORD);
		assertThat(services.diagnostics(snapshot)).filteredOn(d -> d.severity() == Severity.ERROR).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = {"NODE", "ADDRESS", "INTERFACE", "PEERS", "PWD", "INSTANCE"}) // the others are no values of their own
	void everyPredefinedDefinitionIsExpanded(Predefined variable) {
		String use = "    router_id ${" + variable.text() + "}\n";
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER.replace("    router_id LVS_DEVEL\n", use));
		List<String> values = snapshot.effectiveValues().of(snapshot.unit().typed().source().root().find("global_defs").block(), "router_id").stream()
				.map(EffectiveValues.NodeValue::text).toList();
		assertThat(values).hasSize(2).noneMatch(v -> v.contains("$"));
		List<String> shown = snapshot.nodeModels().stream().flatMap(n -> variable.value(n, snapshot.nodeModels()).stream()).toList();
		if (!shown.isEmpty()) {
			assertThat(values).isEqualTo(shown);
		}
	}
}

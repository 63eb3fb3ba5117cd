package org.kaconf.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.kaconf.lang.syntax.StructureProblem.Kind;

class StructureTest {
	@Test
	void wellPairedTextIsTakenAsItIs() {
		assertFine("vrrp_instance A {\n    state MASTER\n}\nvrrp_instance B\n{\nstate X }");
		assertFine("a { b {\nc\n        }\n}\nvrrp_script x { }");
		assertFine("cluster c {\n  node a {\n  }\n}\n");
		assertFine("vrrp_sync_group G {\n group {\n vrrp_instance\n }\n}\n");
	}

	@Test
	void aMissingBraceIsFoundByIndentation() {
		String text = "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.1\n    priority 100\n}\n";
		assertProblem(text, Kind.MISSING_CLOSING_BRACE, "virtual_ipaddress {", "10.0.0.1");
	}

	@Test
	void aMissingBraceIsFoundByAKeywordThatCannotStandThere() {
		String text = "vrrp_instance A {\nvirtual_ipaddress {\n10.0.0.1\npriority 100\n}\n";
		assertProblem(text, Kind.MISSING_CLOSING_BRACE, "virtual_ipaddress {", "10.0.0.1");
	}

	@Test
	void aMissingBraceNeverReachesTheNextInstance() {
		String text = "vrrp_instance A {\n    state MASTER\n\nvrrp_instance B {\n    state MASTER\n}\n";
		assertProblem(text, Kind.MISSING_CLOSING_BRACE, "vrrp_instance A {", "state MASTER");
	}

	@Test
	void anUnclosedBlockAtTheEnd() {
		assertProblem("vrrp_instance A {\n    track_script {\n        s\n", List.of(Kind.MISSING_CLOSING_BRACE, Kind.MISSING_CLOSING_BRACE));
	}

	@Test
	void aClosingBraceTooMany() {
		assertProblem("a {\n}\n}\nb", Kind.STRAY_CLOSING_BRACE, "}\nb", null);
		assertProblem("vrrp_instance A {\n    state MASTER\n        }\n    priority 1\n}\n", Kind.STRAY_CLOSING_BRACE, "}\n    priority", null);
	}

	@Test
	void anOpeningBraceThatIsMissing() {
		assertProblem("vrrp_instance A\n    state MASTER\n}\nb {\n}", Kind.MISSING_OPENING_BRACE, "vrrp_instance A", "vrrp_instance A");
		assertProblem("vrrp_instance A {\n    authentication\n        auth_type PASS\n    }\n}\n", Kind.MISSING_OPENING_BRACE, "authentication", "authentication");
	}

	@Test
	void anOpeningBraceTooMany() {
		assertProblem("a {\n}\n{\n b\n}\n", Kind.STRAY_OPENING_BRACE, "{\n b", null);
	}

	@Test
	void blocksDoNotNestForEver() {
		String text = "a {\n".repeat(200) + "}\n".repeat(200);
		assertProblem(text, List.of(Kind.TOO_DEEP));
	}

	private static void assertFine(String text) {
		assertThat(Structure.of(text).problems()).isEmpty();
		assertThat(Structure.of(text).tokens()).extracting(Token::type).doesNotContain(TokenType.BEGIN, TokenType.END, TokenType.STRAY_BRACE);
	}

	private static void assertProblem(String text, List<Kind> kinds) {
		assertThat(Structure.of(text).problems()).extracting(StructureProblem::kind).isEqualTo(kinds);
	}

	/** One problem, that starts where a text does; what is missing belongs behind another text. */
	private static void assertProblem(String text, Kind kind, String at, String repairBehind) {
		assertThat(Structure.of(text).problems()).singleElement().satisfies(problem -> {
			assertThat(problem.kind()).isEqualTo(kind);
			assertThat(problem.start()).isEqualTo(text.indexOf(at));
			assertThat(problem.repairAt()).isEqualTo(repairBehind == null ? problem.start() : text.indexOf(repairBehind) + repairBehind.length());
		});
	}
}

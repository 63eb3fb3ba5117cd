package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ColouringTest {
	private final IdeServices services = IdeServices.create();

	/** Each token as {@code KIND text}. */
	private List<String> tokens(String text) {
		return services.tokens(services.snapshot(Marked.FILE, text)).stream().map(t -> t.kind() + " " + text.substring(t.offset(), t.end())).toList();
	}

	@Test
	void keywordsAndValues() {
		assertThat(tokens("vrrp_instance VI_1 {\n  state MASTER\n  priority 100\n  mcast_src_ip 192.0.2.1\n}")).containsExactly("BLOCK_KEYWORD vrrp_instance",
				"NAME_DEFINITION VI_1", "BRACE {", "KEYWORD state", "ENUMERATION MASTER", "KEYWORD priority", "NUMBER 100", "KEYWORD mcast_src_ip",
				"ADDRESS 192.0.2.1", "BRACE }");
	}

	@Test
	void entriesOfValueBlocks() {
		assertThat(tokens("vrrp_instance VI_1 {\n  virtual_ipaddress {\n    192.0.2.1/24 dev eth0\n  }\n  track_script {\n    chk weight 2\n  }\n}"))
				.containsSubsequence("ADDRESS 192.0.2.1/24", "KEYWORD dev", "TEXT eth0", "NAME_REFERENCE chk", "KEYWORD weight", "NUMBER 2");
	}

	@Test
	void whatPlainKeepalivedDoesNotHave() {
		assertThat(tokens("cluster web {\n  node n1 {\n    address 192.0.2.1/24\n  }\n}\nvrrp_script s {\n  check process nginx\n}")).containsSubsequence(
				"EXTENSION_KEYWORD cluster", "NAME_DEFINITION web", "EXTENSION_KEYWORD node", "NAME_DEFINITION n1", "EXTENSION_KEYWORD address",
				"EXTENSION_KEYWORD check", "EXTENSION_KEYWORD process");
	}

	@Test
	void conditionsDefinitionsAndTheirUses() {
		assertThat(tokens("$P=10${Q} # why\nvrrp_instance A {\n  @n1 priority ${P}0\n  priority \"x ${P} y\"\n}")).containsExactly("VARIABLE_DEFINITION $P=", "TEXT 10",
				"VARIABLE ${Q}", "COMMENT # why", "BLOCK_KEYWORD vrrp_instance", "NAME_DEFINITION A", "BRACE {", "CONDITION @n1", "KEYWORD priority", "VARIABLE ${P}",
				"NUMBER 0", "KEYWORD priority", "STRING \"x ", "VARIABLE ${P}", "STRING  y\"", "BRACE }");
	}

	@Test
	void definitionsOfSeveralLines() {
		assertThat(tokens("$TWO=priority 1\\ ! first\n    state MASTER\nglobal_defs {\n}")).containsExactly("VARIABLE_DEFINITION $TWO=", "TEXT priority 1\\",
				"COMMENT ! first", "TEXT state MASTER", "BLOCK_KEYWORD global_defs", "BRACE {", "BRACE }");
	}

	@Test
	void unknownWords() {
		assertThat(tokens("vrrp_instance A {\n  priorty 1\n}\nnonsense {\n  a b\n}")).containsSubsequence("UNKNOWN_KEYWORD priorty", "NUMBER 1", "UNKNOWN_KEYWORD nonsense",
				"TEXT a", "TEXT b");
	}

	@Test
	void includesStandEverywhere() {
		assertThat(tokens("vrrp_instance A {\n  include x.conf\n}")).contains("KEYWORD include", "TEXT x.conf");
	}

	@Test
	void tokensAreSortedAndApartAndWithinLines() {
		String text = Scenario.CLUSTER + "$A=one\\\n two ${B} \"three # no\" # yes\n}\n\"unclosed ${A} !\n@x\n~SEQ(X,1,2) state $X\n";
		int end = 0;
		for (Token token : services.tokens(services.snapshot(Marked.FILE, text))) {
			assertThat(token.offset()).isGreaterThanOrEqualTo(end);
			assertThat(token.length()).isPositive();
			assertThat(text.substring(token.offset(), token.end())).doesNotContain("\n");
			end = token.end();
		}
	}
}

package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.kaconf.lang.kaconf.Block;
import org.kaconf.lang.kaconf.Definition;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.lang.kaconf.NamedStatement;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.StrayBrace;
import org.kaconf.lang.kaconf.Value;

class ParserTest {
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void aLineIsAStatement() {
		assertThat(parse("router_id a b\nvrrp_strict # c\n\n\"quoted key\" \"two words\" x")).isEqualTo("router_id(a b); vrrp_strict(); quoted key(\"two words\" x)");
	}

	@Test
	void namedStatements() {
		assertThat(parse("vrrp_instance \"V 1\" extra {\n state MASTER\n}\ncluster web { node a { address 1.2.3.4 } }\nnode x"))
				.isEqualTo("VrrpInstance vrrp_instance<V 1>(extra){state(MASTER)}; ClusterBlock cluster<web>(){NodeBlock node<a>(){address(1.2.3.4)}}; node(x)");
	}

	@Test
	void bracesWhereverTheyStand() {
		String expected = "VrrpInstance vrrp_instance<V>(){state(BACKUP); vips(){1.1.1.1()}; priority(20)}; x(y)";
		assertThat(parse("vrrp_instance V{\nstate BACKUP\nvips {\n1.1.1.1\n} priority 20\n} x y")).isEqualTo(expected);
		assertThat(parse("vrrp_instance V\n\n{state BACKUP\nvips { 1.1.1.1 }\npriority 20}\nx y")).isEqualTo(expected);
	}

	@Test
	void prefixes() {
		assertThat(parse("@a state MASTER\n@^b ~SEQ(X,1,2) $B\n@c\nx\n@d $P=1 2\n~LST(V,a) y ${V} ~SEQ(1)")).isEqualTo(
				"[@a]state(MASTER); [@^b][~SEQ(X,1,2)]$B(); [@c]; x(); [@d]$P=1 2; [~LST(V,a)]y(${V} ~SEQ(1))");
	}

	@Test
	void definitionsWithSeveralLines() {
		assertThat(parse("$A= \"x # y\" # c\n$B=one { \\ # c\n  two \\\n}\nx\n$C=")).isEqualTo("$A=\"x # y\"; $B=one {|two|}; x(); $C=null");
	}

	@Test
	void commands() {
		assertThat(parse("vrrp_script s {\n script '/bin/a b' \"c \\\"d\" e\\ f\n}")).isEqualTo("VrrpScript vrrp_script<s>(){script(\"/bin/a b\" \"c \"d\" \"e f\")}");
	}

	@Test
	void braceFaultsStillGiveAWholeTree() {
		assertThat(parse("vrrp_instance A {\n  vips {\n    1.1.1.1\n  priority 1\n}\nvrrp_instance B {\n}")).isEqualTo(
				"VrrpInstance vrrp_instance<A>(){vips(){1.1.1.1()}; priority(1)}; VrrpInstance vrrp_instance<B>(){}");
		assertThat(parse("} {\nx\n}\n}")).isEqualTo("stray; {x()}; stray");
		assertThat(parse("a {\n b {\n c")).isEqualTo("a(){b(){c()}}");
		assertThat(parse("vrrp_instance A\n  state MASTER\n}\nx")).isEqualTo("VrrpInstance vrrp_instance<A>(){state(MASTER)}; x()");
	}

	private String parse(String text) {
		KaconfFile file = kaconf.parse(text);
		assertThat(NodeModelUtils.getNode(file).getText()).isEqualTo(text);
		assertThat(NodeModelUtils.getNode(file).getRootNode().getSyntaxErrorMessage()).isNull();
		return file.getStatements().stream().map(ParserTest::show).collect(Collectors.joining("; "));
	}

	private static String show(Statement statement) {
		StringBuilder text = new StringBuilder();
		if (statement.getCondition() != null) {
			text.append('[').append(statement.getCondition()).append(']');
		}
		if (statement.getSequence() != null) {
			text.append('[').append(statement.getSequence()).append(']');
		}
		if (statement instanceof StrayBrace) {
			return "stray";
		}
		if (statement instanceof Definition definition) {
			return text + "$" + definition.getName() + "=" + (definition.getText() == null ? null : definition.getText().replace('\n', '|'));
		}
		if (statement instanceof NamedStatement named) {
			text.append(named.eClass().getName()).append(' ').append(named.getKeyword()).append('<').append(named.getName()).append('>').append(values(statement));
		} else if (statement.getKeyword() != null) {
			text.append(statement.getKeyword()).append(values(statement));
		}
		Block block = statement.getBlock();
		if (block != null) {
			text.append(block.getStatements().stream().map(ParserTest::show).collect(Collectors.joining("; ", "{", "}")));
		}
		return text.toString();
	}

	private static String values(Statement statement) {
		return statement.getValues().stream().map(ParserTest::show).collect(Collectors.joining(" ", "(", ")"));
	}

	private static String show(Value value) {
		return value.isQuoted() ? "\"" + value.getText() + "\"" : value.getText();
	}
}

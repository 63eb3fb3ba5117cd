package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.lang.kaconf.KaconfFile;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Combinators;

/** Whatever a text holds, an analysis ends, throws nothing, and every character is in the tree. */
class AnyTextTest {
	private static final Kaconf KACONF = Kaconf.create();
	private static final String SCENARIO = scenario();
	private static final String[] FRAGMENTS = { "{", "}", "\"", "'", "\\", "\n", "\n", "\n    ", " ", "\t", "#", "!", "@", "@a ", "@^a ", "$A=", "$A=\\\n", "$B=$A $A\n", "${A}", "$A", "${_PEERS}", "${_NODE}",
			"~SEQ(X,1,3) ", "~SEQ(X,3,1,-1)", "~LST(V,a,b)", "~LST({V,W},{a,b})", "include main.kaconf\n", "include *.conf\n", "include\n", "cluster c {\n", "cluster", "node a {\n", "node", "address 10.0.0.1/24 dev eth0\n",
			"vrrp_instance V {\n", "vrrp_instance", "vrrp_script s {\n", "script \"/x y\"\n", "script '/x", "check process x {\n", "check http", "track_script {\n s weight 300\n}\n", "priority 999\n", "priority -\n",
			"advert_int 1e9\n", "advert_int 0.001\n", "virtual_ipaddress {\n", "10.0.0.1/99 dev\n", "::1/64 label x\n", "authentication {\n", "auth_type AH\n", "auth_pass\n", "global_defs {\n", "vrrp_garp_interval 99999999999999999999\n",
			"vrrp_sync_group G {\n group { V }\n", "state MASTER\n", "weight -999999999999\n", "reserved_vrids 9-1 300 x\n", "keepalived_version 9\n", "config main.kaconf\n", "\uFEFF", "\0", "\u00e4", "\ud83d\ude00", "\r\n" };

	@Property(tries = 400)
	void fragmentsInAnyOrder(@ForAll("fragments") String text) {
		check(text);
	}

	@Property(tries = 200)
	void anyCharacters(@ForAll String text) {
		check(text);
	}

	@Property(tries = 300)
	void mutationsOfTheScenario(@ForAll("mutations") String text) {
		check(text);
	}

	@Test
	@Timeout(60)
	void typingTheScenario() {
		for (int length = 0; length <= SCENARIO.length(); length++) {
			check(SCENARIO.substring(0, length));
		}
	}

	@Test
	@Timeout(60)
	void extremes() {
		check("{".repeat(20_000));
		check("}".repeat(20_000));
		check("a { ".repeat(20_000) + "}".repeat(20_000));
		check("x ".repeat(100_000));
		check("a {\n b {\n }\n".repeat(5_000));
		check("\"".repeat(10_001));
		check("$A=$A$A\n${A}\n");
		check("$A=${A}x\n${A}\n");
		check("$A=${B}${B}\n$B=${C}${C}\n$C=${D}${D}\n$D=${E}${E}\n$E=${F}${F}\n$F=${A}y\n${A}\n".repeat(20));
		check("~SEQ(X,1,9999999) x\n~SEQ(X,1,60000) ~SEQ(Y,1,60000) x $X $Y\n");
		check("$L=~SEQ(X,1,60000) $L\n$L\n");
		check("$M=a \\\n $M \\\n $M\n$M\n");
		check("include main.kaconf\n".repeat(50));
		check("~SEQ(X,1,2)".repeat(5_000));
		check("@a ".repeat(20_000));
		check("\n".repeat(100_000));
	}

	@Provide
	Arbitrary<String> fragments() {
		return Arbitraries.of(FRAGMENTS).list().ofMaxSize(60).map(parts -> String.join("", parts));
	}

	@Provide
	Arbitrary<String> mutations() {
		Arbitrary<List<Tuple.Tuple3<Integer, Integer, String>>> edits = Combinators.combine(Arbitraries.integers().between(0, SCENARIO.length()), Arbitraries.integers().between(0, 40), Arbitraries.of(FRAGMENTS))
				.as(Tuple::of).list().ofMinSize(1).ofMaxSize(6);
		return edits.map(list -> {
			StringBuilder text = new StringBuilder(SCENARIO);
			list.forEach(edit -> {
				int start = Math.min(edit.get1(), text.length());
				text.replace(start, Math.min(start + edit.get2(), text.length()), edit.get3());
			});
			return text.toString();
		});
	}

	private static void check(String text) {
		Analysis analysis = Texts.analyse(KACONF, text);
		assertThat(analysis.nodes()).isNotEmpty();
		List<KaconfFile> trees = new ArrayList<>(List.of(KACONF.parse(text)));
		analysis.nodes().forEach(node -> trees.add(node.ast()));
		for (KaconfFile tree : trees) {
			ICompositeNode root = NodeModelUtils.getNode(tree).getRootNode();
			assertThat(root.getSyntaxErrorMessage()).isNull();
			root.getAsTreeIterable().forEach(node -> assertThat(node.getSyntaxErrorMessage()).isNull());
		}
		assertThat(NodeModelUtils.getNode(trees.getFirst()).getRootNode().getText()).isEqualTo(text);
		for (Problem problem : analysis.problems()) {
			assertThat(problem.message()).doesNotContain("\n");
			assertThat(problem.origin().line()).isPositive();
		}
		assertThat(Arrays.asList(analysis.index().definitions(), analysis.index().references())).doesNotContainNull();
	}

	private static String scenario() {
		try (var in = AnyTextTest.class.getResourceAsStream("scenario/cluster.kaconf")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}

package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.kaconf.lang.syntax.Lines;
import org.kaconf.model.Origin;

class ExpansionTest {
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void linesOfOtherNodesAreDropped() {
		expect("@a x\n@b y\n@^a z\n@^b w\n@a\nk", "x|w|k");
		expect("@a $P=1\n@b $P=2\nx $P", "x 1");
		expect("@a vrrp_instance A {\n@b vrrp_instance B {\n}", "vrrp_instance A {|}");
	}

	@Test
	void definitions() {
		expect("$A=one two\nx $A y${A}z \"$A\" \"q ${A}\" $AB ($A)", "x one two yone twoz \"$A\" \"q one two\" $AB (one two)");
		expect("x $A\n$A=1\nx $A\n$A=2\nx $A", "x $A|x 1|x 2");
		expect("$A=$B!\n$B=b\nx ${A} ", "x b");
		expect("$A=b # comment\nx ${A}", "x b");
		expect("x ${NOPE} $NOPE $P.X", "x ${NOPE} $NOPE $P.X");
		expect("$L=@b y\n$L\n$M=@a z\n$M", "z");
		expect("$D=$E=5\n$D\nx $E", "x 5");
	}

	@Test
	void definitionsOfSeveralLines() {
		expect("$B=authentication { \\\n  auth_type PASS \\\n  auth_pass x \\\n}\nv {\n  $B\n}\n", "v {|authentication {|auth_type PASS|auth_pass x|}|}");
		expect("$N=1 \\\n2\n$B=x \\\n$N\nk $B", "k x|1|2");
	}

	@Test
	void severalLinesAreOnlyPutInAtTheEnd() {
		String text = "$M=m1 \\\nm2\nx ${M} after $M";
		expect(text, "x ${M} after m1|m2");
		assertProblem("$M=m1 \\\nm2\nx ${M} after", ProblemKind.EXPANSION, 3, 3);
	}

	@Test
	void whatStandsBehindABraceIsANewLine() {
		expect("b { @a c", "b {c");
		expect("b { @b c", "b {");
		expect("b { $Q=1\nx $Q", "b {|x 1");
		expect("b { ~SEQ(X,1,2) y $X", "b { y 1|y 2");
		expect("} @a c { @^a d", "}c {");
		expect("$Q=@b x\nb { $Q", "b {");
		expect("b { \"} @b\" c", "b { \"} @b\" c");
	}

	@Test
	void aLineHasOneCondition() {
		assertThat(Texts.analyse(kaconf, "@a @b c").nodes().getFirst().ast().getStatements()).singleElement().satisfies(s -> {
			assertThat(s.getCondition()).isNull();
			assertThat(s.getKeyword()).isEqualTo("@b");
		});
	}

	@Test
	void predefinedOnes() {
		expect("x ${_INSTANCE} ${_PWD}", "x a /virtual");
		expect("x ${_HASH}y", "x");
		String text = "cluster c {\n node a { address 10.0.0.1/24 dev e0 }\n node b { address 10.0.0.2/24 dev e1 }\n node d { address 10.0.0.3/24 }\n}\n"
				+ "x ${_NODE} ${_ADDRESS} ${_INTERFACE}\nunicast_peer { ${_PEERS} }\n";
		assertThat(expanded(text, "b")).isEqualTo("x b 10.0.0.2 e1|unicast_peer { 10.0.0.1|10.0.0.3 }");
		assertThat(expanded(text, "d")).isEqualTo("x d 10.0.0.3 ${_INTERFACE}|unicast_peer { 10.0.0.1|10.0.0.2 }");
	}

	@Test
	void definitionsOfANode() {
		String text = "$P=0\ncluster c {\n $Q=q\n node a { $P=1\n }\n node b {\n $P=2\n $Q=r\n }\n}\nx $P $Q";
		assertThat(expanded(text, "a")).isEqualTo("x 1 q");
		assertThat(expanded(text, "b")).isEqualTo("x 2 r");
	}

	@Test
	void sequences() {
		expect("~SEQ(X,2) ip 10.0.0.${X}", "ip 10.0.0.1|ip 10.0.0.2");
		expect("~SEQ(X,6,-2,2) ~SEQ(Y,1,2) ip $X $Y", "ip 6 1|ip 6 2|ip 4 1|ip 4 2|ip 2 1|ip 2 2");
		expect("~LST({V,W},{a,b},{c}) x $V $W", "x a b|x c");
		expect("~SEQx(X,9,11) x $X", "x 9|x a|x b");
		expect("$E=2\n~SEQ(X,1,$E) x $X", "x 1|x 2");
		expect("$L=a,b\n~LST(X,$L) x ${X}", "x a,b");
		expect("$B=x $I \\\ny $I\n~SEQ(I,1,2) $B", "x 1|y 1|x 2|y 2");
		assertProblem("~SEQ(X,1,2,-1) x", ProblemKind.EXPANSION, 1, 1);
		assertProblem("~LST(X,a b,c) x", ProblemKind.EXPANSION, 1, 1);
		assertProblem("\n ~LST(V,{a,b}) x", ProblemKind.EXPANSION, 2, 2);
	}

	@Test
	void includes() {
		Texts texts = Texts.of("main.kaconf", "a\n@a include sub/one.conf\n@b include sub/other.conf\n$F=sub/one.conf\nb {\ninclude $F\n}\n", "sub/one.conf", "one ${_PWD}\ninclude two.conf # x\n",
				"sub/two.conf", "two");
		Analysis analysis = kaconf.analyse(Texts.FOLDER.resolve("main.kaconf"), texts.options());
		assertThat(show(analysis.nodes().getFirst())).isEqualTo("a|one /virtual/sub|two|b {|one /virtual/sub|two|}");
		assertThat(analysis.problems()).as("behind a condition, out of a definition").extracting(Problem::kind).containsExactly(ProblemKind.INCLUDE_AGAIN, ProblemKind.INCLUDE_AGAIN);
		assertThat(analysis.files()).extracting(SourceFile::displayPath).containsExactly("/virtual/main.kaconf", "/virtual/sub/one.conf", "/virtual/sub/two.conf");
		NodeView node = analysis.nodes().getFirst();
		int two = node.text().text().indexOf("two");
		assertThat(node.text().origin(two, 3)).isEqualTo(new Origin("/virtual/sub/two.conf", 1, 1, 1, 4));
	}

	@Test
	void includesThatFail() {
		assertProblem("a\ninclude nope.conf", ProblemKind.INCLUDE, 2, 9);
		assertProblem("include main.kaconf", ProblemKind.INCLUDE, 1, 9);
		assertProblem("include", ProblemKind.INCLUDE, 1, 1);
		assertProblem("includew nope/*.conf", ProblemKind.INCLUDE, 1, 10);
		expect("include nope/*.conf\nx", "x");
	}

	@Test
	void limitsAreReported() {
		assertProblem("$A=${A}x\ny ${A}", ProblemKind.EXPANSION_LIMIT, 2, 1);
		assertProblem("$A=${B}${B}\n$B=${C}${C}\n$C=${A}\n${A}", ProblemKind.EXPANSION_LIMIT, 4, 1);
		assertProblem("~SEQ(X,1,60000) ~SEQ(Y,1,60000) x", ProblemKind.EXPANSION_LIMIT, 1, 32);
	}

	@Test
	void everyPieceKnowsWhereItWasWritten() {
		String text = "$A=one two\n@a   priority ${A} 3\n";
		NodeView node = Texts.analyse(kaconf, text).nodes().getFirst();
		String expanded = node.text().text();
		assertThat(expanded).contains("priority one two 3");
		assertThat(origin(node, "priority")).isEqualTo(new Origin("/virtual/main.kaconf", 2, 6, 2, 14));
		assertThat(origin(node, "two")).as("the place of its use").isEqualTo(new Origin("/virtual/main.kaconf", 2, 15, 2, 19));
		assertThat(origin(node, "3")).isEqualTo(new Origin("/virtual/main.kaconf", 2, 20, 2, 21));
		assertThat(origin(node, "one two 3")).isEqualTo(new Origin("/virtual/main.kaconf", 2, 15, 2, 21));
	}

	@Test
	void textWithoutPreprocessingIsNotTouched() {
		String text = "a # x\n  b {\n\n}\n";
		Analysis analysis = Texts.analyse(kaconf, text);
		assertThat(analysis.nodes().getFirst().text().text()).isEqualTo(text);
		assertThat(analysis.nodes().getFirst().ast()).isSameAs(analysis.files().getFirst().ast());
	}

	private static Origin origin(NodeView node, String text) {
		return node.text().origin(node.text().text().indexOf(text), text.length());
	}

	private void expect(String text, String lines) {
		assertThat(expanded(text, "a")).isEqualTo(lines);
	}

	private String expanded(String text, String node) {
		return show(Texts.analyse(kaconf, text).node(node).orElseThrow());
	}

	/** The lines that are left, without comments and indentation. */
	private static String show(NodeView node) {
		return node.text().text().lines().map(l -> l.substring(0, Lines.endOfContent(l, 0)).strip()).filter(l -> !l.isEmpty()).collect(Collectors.joining("|"));
	}

	private void assertProblem(String text, ProblemKind kind, int line, int column) {
		assertThat(Texts.analyse(kaconf, text).problems()).singleElement().satisfies(p -> {
			assertThat(p.kind()).isEqualTo(kind);
			assertThat(p.origin().line()).isEqualTo(line);
			assertThat(p.origin().column()).isEqualTo(column);
		});
	}
}

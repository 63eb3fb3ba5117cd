package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.lang.kaconf.KaconfFile;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text holds, an analysis ends, throws nothing, and every character is in the tree. */
class AnyTextTest {
	private static final Kaconf KACONF = Kaconf.create();
	/** What the expander makes of one text at most, and a few for the lines of the text itself. */
	private static final int MOST_LINES = 100_010;
	private static final String SCENARIO = AnyText.scenario();

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

	/** Four lines that mean more lines than there are atoms end by counting them, not by waiting. */
	@Test
	void aBombOfSequencesStopsAtTheLimitOfLines() {
		String bomb = "$A=~SEQ(W,1,60000) x $W\n$B=~SEQ(X,1,60000) $A\n$C=~SEQ(Y,1,60000) $B\n~SEQ(Z,1,60000) $C\n";
		Analysis analysis = Texts.analyse(KACONF, bomb);
		assertThat(analysis.problems()).extracting(Problem::kind).containsExactly(ProblemKind.EXPANSION_LIMIT);
		assertThat(analysis.nodes().getFirst().text().text().lines().count()).isLessThanOrEqualTo(MOST_LINES);
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
		return AnyText.fragments();
	}

	@Provide
	Arbitrary<String> mutations() {
		return AnyText.mutations(SCENARIO);
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
}

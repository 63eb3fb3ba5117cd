package org.kaconf.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.util.EmfFormatter;
import org.eclipse.xtext.util.ReplaceRegion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kaconf.lang.AnyText;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.ParserAccess;

/** A tree that came of edits is the tree of the text, after each character typed and each taken away. */
class ReparseTest {
	private static final String SCENARIO = AnyText.scenario();
	private final IParser parser = ParserAccess.parser();

	@BeforeAll
	static void grammarIsKnown() {
		Kaconf.create();
	}

	@Test
	void typing() {
		IParseResult result = parser.parse(new StringReader(""));
		for (int length = 0; length < SCENARIO.length(); length++) {
			result = parser.reparse(result, new ReplaceRegion(length, 0, SCENARIO.substring(length, length + 1)));
			assertThat(shape(result)).as("typed up to " + length).isEqualTo(shape(parser.parse(new StringReader(SCENARIO.substring(0, length + 1)))));
		}
	}

	@Test
	void deletingEachAndTypingItAgain() {
		List<String> whole = shape(parser.parse(new StringReader(SCENARIO)));
		IParseResult result = parser.parse(new StringReader(SCENARIO));
		for (int at = 0; at < SCENARIO.length(); at++) {
			result = parser.reparse(result, new ReplaceRegion(at, 1, ""));
			String without = SCENARIO.substring(0, at) + SCENARIO.substring(at + 1);
			assertThat(shape(result)).as("without the character at " + at).isEqualTo(shape(parser.parse(new StringReader(without))));
			result = parser.reparse(result, new ReplaceRegion(at, 0, SCENARIO.substring(at, at + 1)));
			assertThat(shape(result)).as("typed again at " + at).isEqualTo(whole);
		}
	}

	/** The tree, and where each leaf of it stands. */
	private static List<String> shape(IParseResult result) {
		List<String> shape = new ArrayList<>();
		shape.add(EmfFormatter.objToStr(result.getRootASTElement()));
		for (INode leaf : result.getRootNode().getLeafNodes()) {
			shape.add(leaf.getOffset() + " " + leaf.getText());
		}
		return shape;
	}
}

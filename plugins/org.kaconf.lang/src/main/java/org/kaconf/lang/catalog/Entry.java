package org.kaconf.lang.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a value block, in place of keywords.
 *
 * @param name        what one is called, {@code address}
 * @param syntax      the words of one entry
 * @param manyPerLine whether a line may hold several entries (lexical rule R21), each then being one word
 */
public record Entry(String name, Syntax syntax, boolean manyPerLine) {

	public List<Argument> arguments() {
		return syntax.arguments();
	}

	public List<Option> options() {
		return syntax.options();
	}

	public String signature() {
		return manyPerLine ? syntax.signature() + " ..." : syntax.signature();
	}

	/** Checks all words of a line of the block. */
	public List<ValueProblem> check(List<String> words) {
		if (!manyPerLine)
			return syntax.check(name, words);
		List<ValueProblem> problems = new ArrayList<>();
		for (int i = 0; i < words.size(); i++)
			for (ValueProblem problem : syntax.check(name, List.of(words.get(i))))
				problems.add(new ValueProblem(problem.kind(), i, problem.message()));
		return List.copyOf(problems);
	}
}

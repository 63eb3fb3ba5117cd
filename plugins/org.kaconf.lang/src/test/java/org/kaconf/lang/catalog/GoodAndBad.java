package org.kaconf.lang.catalog;

import java.util.ArrayList;
import java.util.List;

/** Lines for a syntax: good ones, ones with one bad word, ones with a word missing. */
final class GoodAndBad {

	/**
	 * A line to try.
	 *
	 * @param option the option it is about, null when it is about the arguments
	 * @param text   the line
	 */
	record Line(String option, String text) {
	}

	/** Something that makes words from an argument's type. */
	private interface Words {
		List<String> of(ArgumentType type);
	}

	private final String start;
	private final Syntax syntax;
	private final List<Argument> mandatory;
	private final List<Line> lines = new ArrayList<>();

	private GoodAndBad(String word, Syntax syntax) {
		this.syntax = syntax;
		this.mandatory = syntax.arguments().stream().filter(argument -> !argument.optional()).toList();
		this.start = word;
	}

	/** The shortest line, and each argument and option with each of its good words. */
	static List<Line> good(String word, Syntax syntax) {
		GoodAndBad lines = new GoodAndBad(word, syntax);
		lines.add(null, lines.shortest());
		lines.vary(Samples::good);
		for (Option option : syntax.options())
			lines.add(option, join(lines.shortest(), option.word(), first(option.arguments())));
		return lines.lines.stream().distinct().toList();
	}

	/** Each argument and option value with each of its bad words, and an unknown option. */
	static List<Line> bad(String word, Syntax syntax) {
		GoodAndBad lines = new GoodAndBad(word, syntax);
		lines.vary(Samples::bad);
		if (!syntax.options().isEmpty() && (syntax.freeOrder() || lines.mandatory.size() == syntax.arguments().size()))
			lines.add(null, join(lines.shortest(), "nonsense", List.of("1")));
		return lines.lines;
	}

	/** Without the last mandatory word, and options without their value. */
	static List<Line> missing(String word, Syntax syntax) {
		GoodAndBad lines = new GoodAndBad(word, syntax);
		int left = lines.mandatory.size() - 1;
		if (left > 0 || left == 0 && !word.isEmpty())
			lines.add(null, join(word, "", first(lines.mandatory.subList(0, left))));
		for (Option option : syntax.options())
			if (option.arguments().stream().anyMatch(argument -> !argument.optional()))
				lines.add(option, join(lines.shortest(), option.word(), List.of()));
		return lines.lines;
	}

	private void vary(Words words) {
		for (int i = 0; i < syntax.arguments().size(); i++)
			if (!(syntax.freeOrder() && syntax.arguments().get(i).optional()))
				for (String sample : words.of(syntax.arguments().get(i).type()))
					add(null, join(start, "", withArgument(i, sample)));
		for (Option option : syntax.options())
			for (int i = 0; i < option.arguments().size(); i++)
				for (String sample : words.of(option.arguments().get(i).type()))
					add(option, join(shortest(), option.word(), with(option.arguments(), i, sample)));
	}

	/** All mandatory arguments and, when the one to vary is optional, the optional ones before it. */
	private List<String> withArgument(int index, String sample) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < syntax.arguments().size(); i++) {
			Argument argument = syntax.arguments().get(i);
			if (i == index)
				words.add(sample);
			else if (!argument.optional() || i < index && syntax.arguments().get(index).optional())
				words.add(Samples.good(argument.type()).getFirst());
		}
		return words;
	}

	private void add(Option option, String text) {
		lines.add(new Line(option == null ? null : option.word(), text));
	}

	/** Where the order is free at least one argument must be there although each is optional. */
	private String shortest() {
		return join(start, "", first(syntax.freeOrder() ? syntax.arguments() : mandatory));
	}

	private static List<String> first(List<Argument> arguments) {
		return arguments.stream().map(argument -> Samples.good(argument.type()).getFirst()).toList();
	}

	private static List<String> with(List<Argument> arguments, int index, String sample) {
		List<String> words = new ArrayList<>(first(arguments));
		words.set(index, sample);
		return words;
	}

	private static String join(String start, String word, List<String> words) {
		return (start + " " + word + " " + String.join(" ", words)).strip().replaceAll(" +", " ");
	}
}

package org.kaconf.lang.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/** One run over the words of a line, matching them to arguments and options. */
final class SyntaxCheck {
	private final Syntax syntax;
	private final String owner;
	private final List<String> words;
	private final List<ValueProblem> problems = new ArrayList<>();
	/** Index of the word looked at. */
	private int at;
	/** Index of the argument the next word belongs to. */
	private int next;
	/** Whether the argument at {@link #next} is a repeated one that has a word already. */
	private boolean begun;

	SyntaxCheck(Syntax syntax, String owner, List<String> words) {
		this.syntax = syntax;
		this.owner = owner;
		this.words = words;
	}

	List<ValueProblem> run() {
		while (at < words.size()) {
			Optional<Option> option = optionsPossible() ? syntax.option(words.get(at)) : Optional.empty();
			if (option.isPresent()) {
				at++;
				option(option.get());
			} else if (next < syntax.arguments().size()) {
				argument();
			} else if (syntax.options().isEmpty()) {
				problems.add(new ValueProblem(Kind.EXTRA, at, "'" + words.get(at) + "' is one word too many; "
						+ owner + (syntax.arguments().isEmpty() ? " takes none" : " takes only " + syntax.signature())));
				break;
			} else {
				unknownOption();
			}
		}
		missingArguments();
		return List.copyOf(problems);
	}

	/** Mandatory arguments are taken by position even if they are spelt like an option. */
	private boolean optionsPossible() {
		return syntax.freeOrder() || next >= syntax.arguments().size() || begun || syntax.arguments().get(next).optional();
	}

	private void argument() {
		String word = words.get(at);
		Optional<Finding> finding = syntax.arguments().get(next).type().check(word);
		if (finding.isPresent() && (begun || syntax.arguments().get(next).optional())) {
			int later = laterArgumentAccepting(word);
			if (later >= 0) {
				next = later;
				finding = Optional.empty();
			} else if (looksLikeOption(word)) {
				unknownOption();
				return;
			} else if (finding.get().kind() == Kind.NOT_ONE_OF && next + 1 < syntax.arguments().size()) {
				// An optional word such as a route's type was left out; what follows it is what is wrong.
				next++;
				finding = syntax.arguments().get(next).type().check(word);
			}
		}
		finding.map(found -> found.at(at)).ifPresent(problems::add);
		begun = syntax.arguments().get(next).repeated();
		if (!begun)
			next++;
		at++;
	}

	/** An optional argument may be left out, and a repeated one ends; the word then belongs to one of those after it. */
	private int laterArgumentAccepting(String word) {
		for (int later = next + 1; later < syntax.arguments().size(); later++) {
			if (syntax.arguments().get(later).type().check(word).isEmpty())
				return later;
			if (!syntax.arguments().get(later).optional())
				break;
		}
		return -1;
	}

	private boolean looksLikeOption(String word) {
		return Similarity.closest(word, optionWords()).isPresent();
	}

	private void option(Option option) {
		for (Argument argument : option.arguments()) {
			boolean first = true;
			while (at < words.size() && (first || argument.repeated())) {
				boolean mayStop = argument.optional() || !first;
				if (mayStop && isOtherOption(words.get(at), argument))
					break;
				Optional<Finding> finding = argument.type().check(words.get(at));
				if (finding.isPresent() && mayStop)
					break;
				finding.map(found -> found.at(at)).ifPresent(problems::add);
				first = false;
				at++;
			}
			if (first && !argument.optional())
				problems.add(new ValueProblem(Kind.MISSING, at, "'" + option.word() + "' needs a value; write "
						+ option.signature()));
		}
	}

	/** A word that is an option ends an optional value, unless it is a value itself (the {@code inet} of {@code via inet}). */
	private boolean isOtherOption(String word, Argument argument) {
		return syntax.option(word).isPresent() && !argument.type().values().contains(word);
	}

	/** Reports the word and goes on at the next known option, so that its value is not reported as well. */
	private void unknownOption() {
		String word = words.get(at);
		List<String> possible = optionWords();
		String hint = Similarity.closest(word, possible).map(option -> "did you mean " + option + "?")
				.orElseGet(() -> possible.size() <= Syntax.LISTED_OPTIONS ? "possible are " + String.join(", ", possible) : "correct it or leave it out");
		problems.add(new ValueProblem(Kind.UNKNOWN_OPTION, at, "'" + word + "' is not an option of " + owner + "; " + hint));
		do
			at++;
		while (at < words.size() && syntax.option(words.get(at)).isEmpty());
	}

	private List<String> optionWords() {
		return syntax.options().stream().filter(option -> option.aliasOf() == null).map(Option::word).toList();
	}

	private void missingArguments() {
		for (int i = next + (begun ? 1 : 0); i < syntax.arguments().size(); i++) {
			Argument argument = syntax.arguments().get(i);
			if (!argument.optional()) {
				problems.add(new ValueProblem(Kind.MISSING, words.size(), "A value is missing; write " + owner + " " + syntax.signature()));
				return;
			}
		}
	}
}

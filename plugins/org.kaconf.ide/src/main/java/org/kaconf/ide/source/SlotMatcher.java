package org.kaconf.ide.source;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.catalog.Argument;
import org.kaconf.lang.catalog.Option;
import org.kaconf.lang.catalog.Syntax;

/**
 * Assigns the words of a line to the arguments and options of a syntax, in the order in which they come. A word with a definition in it
 * fits everywhere.
 */
final class SlotMatcher {
	private final Syntax syntax;
	private final List<Slot> slots = new ArrayList<>();
	/** The next argument, or the one that is being repeated. */
	private int next;
	private boolean repeating;
	/** The option whose arguments are read, or {@code null}. */
	private Option option;
	private int optionNext;
	private boolean optionRepeating;

	private SlotMatcher(Syntax syntax) {
		this.syntax = syntax;
	}

	static SlotMatcher match(Syntax syntax, List<String> words) {
		SlotMatcher matcher = new SlotMatcher(syntax);
		words.forEach(matcher::accept);
		return matcher;
	}

	List<Slot> slots() {
		return slots;
	}

	/** What the word after the matched ones may be. */
	List<Slot> expected() {
		List<Slot> expected = new ArrayList<>();
		if (option != null) {
			for (int i = optionNext; i < option.arguments().size(); i++) {
				Argument argument = option.arguments().get(i);
				expected.add(new Slot.Value(argument, option));
				if (!argument.optional() && !(optionRepeating && i == optionNext)) {
					return expected;
				}
			}
		}
		for (int i = next; i < syntax.arguments().size(); i++) {
			Argument argument = syntax.arguments().get(i);
			expected.add(new Slot.Value(argument, null));
			if (!argument.optional() && !(repeating && i == next)) {
				break;
			}
		}
		if (optionsPossible()) {
			syntax.options().stream().filter(o -> o.aliasOf() == null).map(Slot.OptionWord::new).forEach(expected::add);
		}
		return expected;
	}

	private void accept(String word) {
		if (option != null && acceptOptionArgument(word)) {
			return;
		}
		Option found = optionsPossible() ? syntax.option(word).orElse(null) : null;
		if (found != null) {
			slots.add(new Slot.OptionWord(found));
			option = found.arguments().isEmpty() ? null : found;
			optionNext = 0;
			optionRepeating = false;
			return;
		}
		acceptArgument(word);
	}

	private boolean acceptOptionArgument(String word) {
		while (optionNext < option.arguments().size()) {
			Argument argument = option.arguments().get(optionNext);
			boolean mayStop = argument.optional() || optionRepeating;
			if (!mayStop || syntax.option(word).isEmpty() && fits(argument, word)) {
				slots.add(new Slot.Value(argument, option));
				optionRepeating = argument.repeated();
				if (!optionRepeating) {
					optionNext++;
				}
				if (optionNext == option.arguments().size()) {
					option = null;
				}
				return true;
			}
			optionNext++;
			optionRepeating = false;
		}
		option = null;
		return false;
	}

	private void acceptArgument(String word) {
		int fitting = next;
		while (fitting < syntax.arguments().size() && mayBeSkipped(fitting) && !fits(syntax.arguments().get(fitting), word)) {
			fitting++;
		}
		if (fitting == syntax.arguments().size()) {
			// Nothing fits: show it as the first thing it could be, so that its fault is explained there.
			fitting = next;
		}
		if (fitting == syntax.arguments().size()) {
			slots.add(new Slot.Extra());
			return;
		}
		Argument argument = syntax.arguments().get(fitting);
		slots.add(new Slot.Value(argument, null));
		repeating = argument.repeated();
		next = repeating ? fitting : fitting + 1;
	}

	private boolean mayBeSkipped(int argument) {
		return syntax.arguments().get(argument).optional() || repeating && argument == next;
	}

	/** Mandatory arguments are taken by position even if they are spelt like an option. */
	private boolean optionsPossible() {
		return syntax.freeOrder() || next >= syntax.arguments().size() || mayBeSkipped(next);
	}

	private static boolean fits(Argument argument, String word) {
		return word.indexOf('$') >= 0 || argument.type().check(word).isEmpty();
	}
}

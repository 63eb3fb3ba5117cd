package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;
import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.Regions;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lang.kaconf.KaconfPackage;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.syntax.Words;
import org.kaconf.model.Command;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origin;

/** A statement as a builder reads it: its words and which of them can be used. */
final class Line {
	private final Statement statement;
	private final List<String> words;
	private final List<ValueProblem> problems;
	private final Context context;

	Line(Statement statement, Keyword keyword, Context context) {
		this.statement = statement;
		this.words = BlockKinds.words(statement);
		this.problems = keyword.check(words, context.version());
		this.context = context;
	}

	Statement statement() {
		return statement;
	}

	List<String> words() {
		return words;
	}

	boolean has(int index) {
		return index < words.size();
	}

	/** A word, whatever it is; empty when there is none. */
	String raw(int index) {
		return has(index) ? words.get(index) : "";
	}

	/** A word that the catalog finds nothing wrong with. */
	Optional<String> word(int index) {
		return has(index) && problems.stream().noneMatch(p -> p.wordIndex() == index && p.kind() != ValueProblem.Kind.EXTRA && p.kind() != ValueProblem.Kind.UNKNOWN_OPTION)
				? Optional.of(words.get(index)) : Optional.empty();
	}

	boolean isOutOfRange(int index) {
		return problems.stream().anyMatch(p -> p.wordIndex() == index && p.kind() == ValueProblem.Kind.OUT_OF_RANGE);
	}

	/** A number that is valid. */
	Optional<BigDecimal> number(int index) {
		return word(index).flatMap(Numbers::parse);
	}

	Optional<Integer> integer(int index) {
		return number(index).map(Numbers::toInt);
	}

	/** A number that counts as the least one when it is below it, which keepalived allows where older versions did. @param least at least 0 */
	Optional<Integer> atLeast(int least, int index) {
		return integer(index).or(() -> Numbers.integer(raw(index)).filter(v -> v >= 0 && v < least)).map(v -> Math.max(least, v));
	}

	Optional<Duration> seconds(int index) {
		return number(index).map(Numbers::toSeconds);
	}

	/** The value of a switch: true when nothing follows the keyword that counts, empty when what follows is neither true nor false. */
	Optional<Boolean> flag() {
		boolean counts = has(0) && problems.stream().noneMatch(p -> p.wordIndex() == 0 && p.kind() == ValueProblem.Kind.EXTRA);
		return counts ? word(0).map(word -> List.of("true", "on", "yes").contains(word)) : Optional.of(true);
	}

	Optional<IpAddress> address(int index) {
		return has(index) ? IpAddress.parse(words.get(index)) : Optional.empty();
	}

	/** A command with the user and group that may follow it; empty when no program is named. */
	Optional<Command> command() {
		List<String> command = Words.ofCommand(raw(0));
		return command.isEmpty() || command.getFirst().isEmpty() ? Optional.empty()
				: Optional.of(new Command(command, has(1) ? words.get(1) : null, has(2) ? words.get(2) : null));
	}

	/** The words behind the keyword, or the keyword when there are none. */
	Origin valueOrigin() {
		ITextRegion head = Regions.head(statement);
		if (statement.getValues().isEmpty()) {
			return context.places().of(Regions.of(statement, KaconfPackage.Literals.STATEMENT__KEYWORD));
		}
		int start = Regions.of(statement.getValues().getFirst()).getOffset();
		return context.places().of(new TextRegion(start, head.getOffset() + head.getLength() - start));
	}
}

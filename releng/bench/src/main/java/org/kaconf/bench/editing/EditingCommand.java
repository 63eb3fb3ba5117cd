package org.kaconf.bench.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Row;
import org.kaconf.bench.result.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark of the editor. */
@Command(name = "editing", mixinStandardHelpOptions = true, description = "Measures how long an editor waits for findings and proposals while somebody types.")
public final class EditingCommand implements Callable<Integer> {
	private static final String TYPED = "    nopreempt # as agreed";

	/** @param goal milliseconds from a keystroke to the findings that 95 of 100 keystrokes may take at most */
	private record Size(int lines, double goal) {
	}

	private static final List<Size> SIZES = List.of(new Size(1_000, 50), new Size(10_000, 250));
	private static final double COMPLETION_GOAL = 30;

	@Option(names = "--rounds", defaultValue = "5", description = "How often the line is typed and deleted (default: ${DEFAULT-VALUE}).")
	private int rounds;

	@Option(names = "--warm-up", defaultValue = "3", description = "How often before that (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Override
	public Integer call() {
		Results results = new Results(System.out);
		List<Row> rows = new ArrayList<>();
		for (Size size : SIZES) {
			String name = String.format(Locale.ROOT, "%,d lines", size.lines());
			results.progress(name);
			Typing typing = new Typing(LargeText.ofLines(size.lines()), "    advert_int", TYPED);
			typing.diagnostics(warmUp);
			Samples findings = typing.diagnostics(rounds);
			rows.add(Row.plain("keystroke to findings, " + name + ", median", "ms", findings.median(), Double.NaN));
			rows.add(Row.absolute("keystroke to findings, " + name + ", p95", "ms", findings.percentile(95), Double.NaN, size.goal(), Double.NaN));
			typing.completion(warmUp);
			Samples proposals = typing.completion(rounds);
			rows.add(Row.absolute("keystroke to proposals, " + name + ", p95", "ms", proposals.percentile(95), Double.NaN, COMPLETION_GOAL, Double.NaN));
		}
		results.print(rows);
		return 0;
	}
}

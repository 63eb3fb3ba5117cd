package org.kaconf.bench.editing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Row;
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

	@Option(names = "--keystrokes", defaultValue = "100", description = "How many are measured of each kind and size (default: ${DEFAULT-VALUE}).")
	private int keystrokes;

	@Option(names = "--warm-up", defaultValue = "20", description = "Seconds of typing before that (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	private final Results results = new Results(System.out);
	private final List<Row> rows = new ArrayList<>();

	@Override
	public Integer call() {
		for (Size size : SIZES) {
			String name = String.format(Locale.ROOT, "%,d lines", size.lines());
			Typing typing = new Typing(LargeText.ofLines(size.lines()), "    advert_int", TYPED);
			measure("keystroke to findings, " + name, size.goal(), typing, (services, snapshot, cursor) -> services.diagnostics(snapshot));
			measure("keystroke to proposals, " + name, COMPLETION_GOAL, typing, (services, snapshot, cursor) -> services.completion(snapshot, cursor));
		}
		results.print(rows);
		return 0;
	}

	private void measure(String figure, double goal, Typing typing, Typing.Request request) {
		results.progress(figure);
		Typing.Timing timing = typing.measure(request, Duration.ofSeconds(warmUp), keystrokes);
		rows.add(Row.plain(figure + ", p50", "ms", timing.elapsed().median(), Double.NaN));
		rows.add(Row.absolute(figure + ", p95", "ms", timing.elapsed().percentile(95), Double.NaN, goal, Double.NaN));
		rows.add(Row.plain(figure + ", maximum", "ms", timing.elapsed().max(), Double.NaN));
		rows.add(Row.plain(figure + ", processor time of the thread, p95", "ms", timing.processor().percentile(95), Double.NaN));
	}
}

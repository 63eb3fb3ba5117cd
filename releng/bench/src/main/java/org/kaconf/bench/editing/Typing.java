package org.kaconf.bench.editing;

import java.nio.file.Path;
import java.util.function.BiConsumer;

import org.kaconf.bench.result.Samples;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Snapshot;

/** Somebody types a line in the middle of a text and deletes it again, character by character. */
final class Typing {
	private static final Path FILE = Path.of("/virtual/cluster.kaconf");
	private static final double MILLISECOND = 1e6;

	private final IdeServices services = IdeServices.create();
	private final String before;
	private final String typed;
	private final String after;

	/** @param typed in a new line in front of the line in the middle of the text that starts like that */
	Typing(String text, String lineStart, String typed) {
		int middle = text.indexOf(lineStart, text.length() / 2);
		this.before = text.substring(0, middle);
		this.typed = typed;
		this.after = "\n" + text.substring(middle);
	}

	/** Milliseconds from each keystroke to the findings in the text. */
	Samples diagnostics(int rounds) {
		return measure(rounds, (snapshot, cursor) -> services.diagnostics(snapshot));
	}

	/** Milliseconds from each keystroke to the proposals at the cursor. */
	Samples completion(int rounds) {
		return measure(rounds, services::completion);
	}

	private Samples measure(int rounds, BiConsumer<Snapshot, Integer> request) {
		Samples samples = new Samples();
		for (int round = 0; round < rounds; round++) {
			for (int length = 1; length < 2 * typed.length(); length++) {
				int present = Math.min(length, 2 * typed.length() - length);
				String text = before + typed.substring(0, present) + after;
				long start = System.nanoTime();
				request.accept(services.snapshot(FILE, text), before.length() + present);
				samples.add((System.nanoTime() - start) / MILLISECOND);
			}
		}
		return samples;
	}
}

package org.kaconf.bench.editing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;

import org.kaconf.bench.result.Samples;
import org.kaconf.ide.IdeServices;
import org.kaconf.ide.Snapshot;

/** Somebody types a line in the middle of a text and deletes it again, character by character, over and over. */
final class Typing {
	private static final Path FILE = Path.of("/virtual/cluster.kaconf");
	private static final double MILLISECOND = 1e6;

	/** What an editor asks for after a keystroke. */
	interface Request {
		void ask(IdeServices services, Snapshot snapshot, int cursor);
	}

	/**
	 * How long keystrokes took, each in milliseconds.
	 *
	 * @param elapsed until the answer was there
	 * @param processor of the thread that answered; what the machine did beside it does not count
	 */
	record Timing(Samples elapsed, Samples processor) {
		static Timing empty() {
			return new Timing(new Samples(), new Samples());
		}
	}

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final IdeServices services = IdeServices.create();
	private final String before;
	private final String typed;
	private final String after;
	private int keystrokes;

	/** @param typed in a new line in front of the line in the middle of the text that starts like that */
	Typing(String text, String lineStart, String typed) {
		int middle = text.indexOf(lineStart, text.length() / 2);
		this.before = text.substring(0, middle);
		this.typed = typed;
		this.after = "\n" + text.substring(middle);
	}

	/** Types for a while first, so that the JVM has compiled what is measured. */
	Timing measure(Request request, Duration warmUp, int count) {
		for (long start = System.nanoTime(); System.nanoTime() - start < warmUp.toNanos();) {
			keystroke(request, Timing.empty());
		}
		Timing timing = Timing.empty();
		for (int i = 0; i < count; i++) {
			keystroke(request, timing);
		}
		return timing;
	}

	private void keystroke(Request request, Timing timing) {
		int step = keystrokes++ % (2 * typed.length()) + 1;
		int present = Math.min(step, 2 * typed.length() - step);
		String text = before + typed.substring(0, present) + after;
		long processor = threads.getCurrentThreadCpuTime();
		long start = System.nanoTime();
		request.ask(services, services.snapshot(FILE, text), before.length() + present);
		timing.elapsed().add((System.nanoTime() - start) / MILLISECOND);
		timing.processor().add((threads.getCurrentThreadCpuTime() - processor) / MILLISECOND);
	}
}

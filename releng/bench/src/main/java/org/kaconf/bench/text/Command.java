package org.kaconf.bench.text;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.bench.result.Samples;

/** A program run from start to end, time and again. */
final class Command {
	private static final double NANOS_PER_MILLI = 1e6;
	private final List<String> words;

	Command(List<String> words) {
		this.words = words;
	}

	/** keepalived's own check of a file. */
	static Command keepalived(Path file) {
		return new Command(List.of("keepalived", "-t", "-f", file.toString()));
	}

	/** Wall-clock milliseconds from start to end; the first run, which finds nothing in the caches of the system, does not count. */
	Samples milliseconds(int runs) throws IOException {
		Samples samples = new Samples();
		for (int run = 0; run <= runs; run++) {
			long start = System.nanoTime();
			end(new ProcessBuilder(words));
			if (run > 0) {
				samples.add((System.nanoTime() - start) / NANOS_PER_MILLI);
			}
		}
		return samples;
	}

	/** The most memory it held at once, in MB. */
	double peakMegabytes() throws IOException {
		Path report = Files.createTempFile("kaconf-bench-", ".memory");
		try {
			List<String> measured = new ArrayList<>(List.of("time", "-f", "%M", "-o", report.toString()));
			measured.addAll(words);
			end(new ProcessBuilder(measured));
			return Double.parseDouble(Files.readAllLines(report).getLast()) / 1024;
		} finally {
			Files.delete(report);
		}
	}

	private static void end(ProcessBuilder builder) throws IOException {
		try {
			builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).redirectInput(new File("/dev/null")).start().waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}
}

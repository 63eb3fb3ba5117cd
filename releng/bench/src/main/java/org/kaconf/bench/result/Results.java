package org.kaconf.bench.result;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Prints figures as the Markdown table that docs/benchmarks.md holds. */
public final class Results {
	private static final String HEAD = """
			| figure | Kaconf | keepalived | ratio | must | stretch | |
			|---|---|---|---|---|---|---|""";
	private final PrintStream out;

	public Results(PrintStream out) {
		this.out = out;
	}

	/** What it ran on, so that figures can be judged. */
	public void printMachine() {
		out.println(LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores (" + cpu() + "), Linux " + System.getProperty("os.version") + ", Java "
				+ Runtime.version() + ", load average at the start "
				+ String.format(Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
		out.println();
	}

	private static String cpu() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst()
					.map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
		} catch (IOException notLinux) {
			return System.getProperty("os.arch");
		}
	}

	/** Says what is being done; not part of the result. */
	public void progress(String text) {
		System.err.println(text);
	}

	public void print(List<Row> rows) {
		out.println(HEAD);
		rows.forEach(row -> out.println(row.markdown()));
		out.println();
	}
}

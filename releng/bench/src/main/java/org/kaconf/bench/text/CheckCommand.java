package org.kaconf.bench.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Row;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Option;

/** The benchmarks of reading and checking. */
@picocli.CommandLine.Command(name = "check", mixinStandardHelpOptions = true, description = "Measures checks against keepalived -t on the same files.")
public final class CheckCommand {
	private static final int NODES = 5;
	private static final int INSTANCES_OF_CLUSTER = 200;
	private final Results results = new Results(System.out);

	/** Something to be measured with files in a folder of its own. */
	private interface Measurement {
		List<Row> with(Path folder) throws IOException, RunnerException;
	}

	@picocli.CommandLine.Command(description = "A check in a JVM that has done it before.")
	int warm() throws IOException, RunnerException {
		return print(folder -> {
			List<Row> rows = new ArrayList<>();
			for (int instances : List.of(250, 1000)) {
				Path file = Configurations.plain(folder, instances);
				rows.add(Row.ratio("warm check, " + instances + " instances", "ms", warmMillis(file), keepalived(List.of(file)), 5, 1));
			}
			Path cluster = Configurations.cluster(folder, NODES, INSTANCES_OF_CLUSTER);
			rows.add(Row.ratio("warm check, cluster of " + NODES + " nodes with " + INSTANCES_OF_CLUSTER + " instances", "ms", warmMillis(cluster),
					keepalived(Configurations.nodes(folder, NODES, INSTANCES_OF_CLUSTER)), 5, 1));
			return rows;
		});
	}

	@picocli.CommandLine.Command(description = "kaconf check from the start of its process to the end.")
	int cold(@Option(names = "--runs", defaultValue = "20", description = "How often (default: ${DEFAULT-VALUE}).") int runs) throws IOException, RunnerException {
		return print(folder -> {
			Path file = Configurations.plain(folder, 1);
			results.progress("cold checks");
			return List.of(Row.ratio("cold check of a small file", "ms", kaconf(file).milliseconds(runs).median(),
					Command.keepalived(file).milliseconds(runs).median(), 40, 20));
		});
	}

	@picocli.CommandLine.Command(description = "Time and memory of whole processes from 100 to 10,000 instances.")
	int growth() throws IOException, RunnerException {
		return print(folder -> {
			List<Row> rows = new ArrayList<>();
			for (int instances : List.of(100, 1000, 10_000)) {
				results.progress(instances + " instances");
				Path file = Configurations.plain(folder, instances);
				rows.add(Row.plain("process time, " + instances + " instances", "ms", kaconf(file).milliseconds(3).median(), keepalived(List.of(file))));
				rows.add(Row.plain("peak memory, " + instances + " instances", "MB", kaconf(file).peakMegabytes(), Command.keepalived(file).peakMegabytes()));
			}
			Path cluster = Configurations.cluster(folder, NODES, INSTANCES_OF_CLUSTER);
			rows.add(Row.absolute("peak memory, cluster of " + NODES + " nodes with " + INSTANCES_OF_CLUSTER + " instances", "MB", kaconf(cluster).peakMegabytes(),
					Double.NaN, 200, 200));
			return rows;
		});
	}

	private static Command kaconf(Path file) {
		return new Command(List.of(Path.of(System.getProperty("kaconf.home"), "kaconf").toString(), "check", file.toString()));
	}

	private static double keepalived(List<Path> files) throws IOException {
		double sum = 0;
		for (Path file : files) {
			sum += Command.keepalived(file).milliseconds(10).median();
		}
		return sum;
	}

	private double warmMillis(Path file) throws RunnerException {
		results.progress("warm checks of " + file.getFileName());
		return new Runner(new OptionsBuilder().include(WarmCheck.class.getName()).param("file", file.toString()).verbosity(VerboseMode.SILENT)
				.jvmArgsAppend("-Xmx1g").build()).run().iterator().next().getPrimaryResult().getScore();
	}

	private int print(Measurement measurement) throws IOException, RunnerException {
		Path folder = Files.createTempDirectory("kaconf-bench-");
		try {
			results.print(measurement.with(folder));
			return 0;
		} finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}

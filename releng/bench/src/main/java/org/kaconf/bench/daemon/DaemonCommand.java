package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Row;
import org.kaconf.bench.result.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmarks of the daemon. */
@Command(name = "daemon", mixinStandardHelpOptions = true, description = "Measures the daemon in network namespaces. Needs root and a quiet machine.")
public final class DaemonCommand {
	private static final int MANY = 250;
	private static final int FLOOD = 50_000;
	private static final Duration FAST = Duration.ofMillis(100);
	private static final Duration FASTEST = Duration.ofMillis(10);
	private static final Duration SLOW = Duration.ofSeconds(1);
	private final Results results = new Results(System.out);

	@Command(description = "Overshoot of the failover of one virtual router.")
	int failover(@Option(names = "--runs", defaultValue = "20", description = "Failovers of each implementation and interval (default: ${DEFAULT-VALUE}).") int runs)
			throws IOException, TimeoutException {
		List<Row> rows = new ArrayList<>();
		for (Duration interval : List.of(FAST, FASTEST)) {
			Takeover takeover = new Takeover(new Workload(1, interval), runs, results);
			Samples kaconf = takeover.measure(Implementation.KACONF);
			Samples keepalived = takeover.measure(Implementation.KEEPALIVED);
			String figure = "failover overshoot at " + interval.toMillis() / 1000.0 + " s, ";
			rows.add(Row.ratio(figure + "median of " + runs, "ms", kaconf.median(), keepalived.median(), 0.7, 0.35));
			rows.add(Row.plain(figure + "maximum", "ms", kaconf.max(), keepalived.max()));
		}
		return print(rows);
	}

	@Command(description = "Overshoot when 250 virtual routers fail over at once.")
	int takeover(@Option(names = "--runs", defaultValue = "5", description = "Failovers of each implementation (default: ${DEFAULT-VALUE}).") int runs)
			throws IOException, TimeoutException {
		Takeover takeover = new Takeover(new Workload(MANY, FAST), runs, results);
		Samples kaconf = takeover.measure(Implementation.KACONF);
		Samples keepalived = takeover.measure(Implementation.KEEPALIVED);
		String figure = "250 instances taken over at once, overshoot ";
		return print(List.of(Row.plain(figure + "p50", "ms", kaconf.median(), keepalived.median()),
				Row.ratio(figure + "p99", "ms", kaconf.percentile(99), keepalived.percentile(99), 0.5, 0.2)));
	}

	@Command(description = "Regularity of the adverts at 10 ms.")
	int jitter(@Option(names = "--seconds", defaultValue = "30", description = "How long to listen (default: ${DEFAULT-VALUE}).") int seconds)
			throws IOException, TimeoutException {
		Steady steady = new Steady(new Workload(1, FASTEST), Duration.ofSeconds(10), Duration.ofSeconds(seconds), results);
		Samples kaconf = steady.measure(Implementation.KACONF).jitter();
		Samples keepalived = steady.measure(Implementation.KEEPALIVED).jitter();
		return print(List.of(Row.ratio("advert jitter at 10 ms, p50", "us", kaconf.median(), keepalived.median(), 0.5, 0.15),
				Row.plain("advert jitter at 10 ms, p99", "us", kaconf.percentile(99), keepalived.percentile(99))));
	}

	@Command(description = "Processor time and memory of daemons at rest.")
	int cost(@Option(names = "--seconds", defaultValue = "60", description = "How long to measure (default: ${DEFAULT-VALUE}).") int seconds)
			throws IOException, TimeoutException {
		Duration warmUp = Duration.ofSeconds(20);
		Steady one = new Steady(new Workload(1, SLOW), warmUp, Duration.ofSeconds(seconds), results);
		Steady.Cost kaconf = one.measure(Implementation.KACONF);
		Steady.Cost keepalived = one.measure(Implementation.KEEPALIVED);
		List<Row> rows = new ArrayList<>();
		rows.add(Row.absolute("CPU, 1 instance at 1 s, master", "% of a core", kaconf.masterCpu(), keepalived.masterCpu(), 0.15, 0.05));
		rows.add(Row.absolute("CPU, 1 instance at 1 s, backup", "% of a core", kaconf.backupCpu(), keepalived.backupCpu(), 0.15, 0.05));
		rows.add(Row.absolute("RSS, 1 instance", "MB", kaconf.masterMegabytes(), keepalived.masterMegabytes(), 60, 36));
		Steady many = new Steady(new Workload(MANY, FAST), warmUp, Duration.ofSeconds(seconds), results);
		kaconf = many.measure(Implementation.KACONF);
		keepalived = many.measure(Implementation.KEEPALIVED);
		rows.add(Row.ratio("CPU, 250 instances at 0.1 s, master", "% of a core", kaconf.masterCpu(), keepalived.masterCpu(), 0.6, 0.33));
		rows.add(Row.ratio("CPU, 250 instances at 0.1 s, backup", "% of a core", kaconf.backupCpu(), keepalived.backupCpu(), 0.6, 0.33));
		rows.add(Row.absolute("RSS, 250 instances, master", "MB", kaconf.masterMegabytes(), keepalived.masterMegabytes(), 70, 45));
		rows.add(Row.absolute("RSS, 250 instances, backup", "MB", kaconf.backupMegabytes(), keepalived.backupMegabytes(), 70, 45));
		return print(rows);
	}

	@Command(name = "hostile-lan", description = "Processor time of a master whose neighbour floods the segment with 50,000 packets a second.")
	int hostileLan(@Option(names = "--seconds", defaultValue = "10", description = "How long each flood is (default: ${DEFAULT-VALUE}).") int seconds)
			throws IOException, TimeoutException {
		HostileLan lan = new HostileLan(new Workload(1, FAST), FLOOD, Duration.ofSeconds(seconds), results);
		List<Row> rows = new ArrayList<>();
		for (HostileLan.Kind kind : HostileLan.Kind.values()) {
			HostileLan.Cost kaconf = lan.measure(Implementation.KACONF, kind);
			HostileLan.Cost keepalived = lan.measure(Implementation.KEEPALIVED, kind);
			rows.add(Row.absolute("CPU, " + kaconf.perSecond() + " packets a second " + kind, "% of a core", kaconf.cpu(), keepalived.cpu(), 100, 50));
		}
		return print(rows);
	}

	@Command(description = "From the start of the process to the first advert.")
	int start(@Option(names = "--runs", defaultValue = "20", description = "Starts of each implementation (default: ${DEFAULT-VALUE}).") int runs)
			throws IOException, TimeoutException {
		StartUp startUp = new StartUp(runs, results);
		Samples kaconf = startUp.measure(Implementation.KACONF);
		Samples keepalived = startUp.measure(Implementation.KEEPALIVED);
		return print(List.of(Row.absolute("exec to first advert, median", "ms", kaconf.median(), keepalived.median(), 100, 55),
				Row.plain("exec to first advert, maximum", "ms", kaconf.max(), keepalived.max())));
	}

	@Command(name = "false-failovers", description = "Failovers without a cause, at 10 ms on a machine whose cores are all busy.")
	int falseFailovers(@Option(names = "--minutes", defaultValue = "30", description = "How long (default: ${DEFAULT-VALUE}).") int minutes)
			throws IOException, TimeoutException {
		Map<Implementation, Integer> failovers = new FalseFailovers(new Workload(1, FASTEST), Duration.ofMinutes(minutes), results).measure();
		int keepalived = failovers.get(Implementation.KEEPALIVED);
		return print(List.of(Row.absolute("false failovers in " + minutes + " min at 10 ms, all cores busy", "", failovers.get(Implementation.KACONF), keepalived, keepalived, 0)));
	}

	private int print(List<Row> rows) {
		results.print(rows);
		return 0;
	}
}

package org.kaconf.runtime.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.ProcessSettings;

@Timeout(20)
class SchedulingTest {
	/** Fields of /proc/PID/stat after the name, from the state on (proc(5)). */
	private static final int NICE = 16;
	private static final int REALTIME_PRIORITY = 37;
	private static final int POLICY = 38;

	private record Seen(List<String> refused, List<String> own, List<String> child, String cpus) {
	}

	/** Applies settings to a thread of its own. */
	private static Seen apply(ProcessSettings settings) throws Exception {
		FutureTask<Seen> task = new FutureTask<>(() -> {
			List<String> refused = Scheduling.apply(settings);
			FutureTask<List<String>> child = new FutureTask<>(SchedulingTest::fields);
			Thread.ofPlatform().start(child);
			String cpus = Files.readAllLines(Path.of("/proc/thread-self/status")).stream().filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow();
			return new Seen(refused, fields(), child.get(), cpus.substring(cpus.indexOf(':') + 1).strip());
		});
		Thread.ofPlatform().start(task);
		return task.get();
	}

	private static List<String> fields() throws Exception {
		String text = Files.readString(Path.of("/proc/thread-self/stat"));
		return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
	}

	@Test
	@Tag("live")
	void isBeforeAllOrdinaryThreadsUnlessTheConfigurationSaysOtherwise() throws Exception {
		List<String> before = fields();
		Seen seen = apply(ProcessSettings.DEFAULT);
		assertThat(seen.refused).isEmpty();
		assertThat(seen.own.get(NICE)).isEqualTo(before.get(NICE));
		assertThat(seen.own.get(POLICY)).isEqualTo("2");
		assertThat(seen.own.get(REALTIME_PRIORITY)).isEqualTo("1");
		assertThat(seen.child.get(POLICY)).isEqualTo("0");
		seen = apply(new ProcessSettings(0, false, null, null, List.of()));
		assertThat(seen.refused).isEmpty();
		assertThat(seen.own.get(POLICY)).isEqualTo("0");
	}

	@Test
	void setsNiceAndCpus() throws Exception {
		Seen seen = apply(new ProcessSettings(5, false, null, null, List.of(0)));
		assertThat(seen.refused).isEmpty();
		assertThat(seen.own.get(NICE)).isEqualTo("5");
		assertThat(seen.cpus).isEqualTo("0");
	}

	@Test
	@Tag("live")
	void runsInRealTimeButNotWhatItStarts() throws Exception {
		Seen seen = apply(new ProcessSettings(-3, false, 7, Duration.ofSeconds(1), List.of()));
		assertThat(seen.refused).isEmpty();
		assertThat(seen.own.get(REALTIME_PRIORITY)).isEqualTo("7");
		assertThat(seen.own.get(POLICY)).isEqualTo("2");
		assertThat(seen.child.get(POLICY)).isEqualTo("0");
		assertThat(seen.child.get(NICE)).isEqualTo("0");
	}

	@Test
	@Tag("live")
	void risesStepByStepToItsBoundWhileItIsLate() throws Exception {
		List<String> said = new ArrayList<>();
		FutureTask<List<List<String>>> task = new FutureTask<>(() -> {
			RisingPriority priority = new RisingPriority(new ProcessSettings(0, false, null, null, List.of(), new AutomaticPriority(2, Duration.ofMillis(100))), said::add);
			List<List<String>> seen = new ArrayList<>();
			for (long late : new long[] {100, 101, 5, 2_000, 3_000}) {
				priority.late(late * 1_000_000);
				List<String> fields = fields();
				seen.add(List.of(fields.get(POLICY), fields.get(REALTIME_PRIORITY)));
			}
			return seen;
		});
		Thread.ofPlatform().start(task);
		assertThat(task.get()).containsExactly(List.of("0", "0"), List.of("2", "1"), List.of("2", "1"), List.of("2", "2"), List.of("2", "2"));
		assertThat(said).containsExactly("A timer has expired 101 ms ago", "Realtime priority is 1 now", "A timer has expired 2000 ms ago", "Realtime priority is 2 now",
				"A timer has expired 3000 ms ago");
	}

	@Test
	void doesNotRiseWhereNobodyAsksForIt() throws Exception {
		List<String> said = new ArrayList<>();
		List<String> before = fields();
		new RisingPriority(ProcessSettings.DEFAULT, said::add).late(1_500_000_000L);
		assertThat(said).containsExactly("A timer has expired 1500 ms ago");
		assertThat(fields().get(POLICY)).isEqualTo(before.get(POLICY));
	}

	@Test
	void saysWhatTheSystemRefuses() throws Exception {
		assertThat(apply(new ProcessSettings(null, false, 1000, null, List.of())).refused).containsExactly("vrrp_rt_priority 1000 is not possible: Invalid argument");
	}
}

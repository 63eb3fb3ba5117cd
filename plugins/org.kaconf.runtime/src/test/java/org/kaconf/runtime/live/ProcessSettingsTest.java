package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.Node;
import org.kaconf.model.ProcessSettings;
import org.kaconf.runtime.network.HostProcess;

/** What the kernel is told about the daemon, with the privileges that root has and with those that systemd leaves. */
@LiveTest
class ProcessSettingsTest extends OnLiveNetwork {
	private static final String ORDINARY = "0 0";
	/** The network and nothing else, as in the generated unit. */
	private static final List<String> BOUNDED = List.of("setpriv", "--bounding-set", "-all,+net_admin,+net_raw");

	private Node node(ProcessSettings settings) {
		return LiveNetwork.node(network.a, LiveNetwork.globals(settings), fast(100).build());
	}

	/** Starts without the realtime priority of the tests. */
	private HostProcess start(List<String> before, ProcessSettings settings) throws IOException {
		List<String> words = new ArrayList<>(List.of("chrt", "--other", "0"));
		words.addAll(before);
		return network.kaconfAfter(words, network.a, node(settings));
	}

	/** Policy and realtime priority of each thread of a process. */
	private static List<String> priorities(long pid) throws IOException {
		List<String> priorities = new ArrayList<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
			for (Path task : tasks) {
				String text = Files.readString(task.resolve("stat"));
				String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
				priorities.add(fields[38] + " " + fields[37]);
			}
		}
		return priorities;
	}

	private static long lockedKilobytes(long pid) throws IOException {
		String line = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream().filter(l -> l.startsWith("VmLck:")).findFirst().orElseThrow();
		return Long.parseLong(line.replaceAll("\\D", ""));
	}

	@Test
	void aDaemonThatWasHeldUpRaisesItsPriority() throws Exception {
		HostProcess a = start(List.of(), new ProcessSettings(0, false, null, null, List.of(), new AutomaticPriority(1, Duration.ofMillis(500))));
		awaitMaster(a, 0);
		int before = priorities(a.pid()).stream().filter(ORDINARY::equals).toList().size();
		for (int i = 0; i < 2; i++) {
			int from = a.position();
			a.signal("STOP");
			LockSupport.parkNanos(1_000_000_000L);
			a.signal("CONT");
			a.await("A timer has expired ", from, LIMIT);
			a.await(i == 0 ? "Realtime priority is 1 now" : "A timer has expired ", from, LIMIT);
		}
		assertThat(priorities(a.pid())).as("one thread of %s, and no further than the bound", before).containsOnlyOnce("2 1").filteredOn(p -> !p.equals("2 1")).containsOnly(ORDINARY);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("is not possible"));
	}

	/** To raise a limit takes CAP_SYS_RESOURCE, which root of a container may not have. */
	@Test
	void limitsOfTheUnitStandInForCapabilities() throws Exception {
		assumeTrue(new ProcessBuilder("prlimit", "--rtprio=9", "true").redirectErrorStream(true).start().waitFor() == 0, "limits cannot be raised here");
		List<String> before = new ArrayList<>(List.of("prlimit", "--rtprio=9", "--nice=25", "--memlock=unlimited"));
		before.addAll(BOUNDED);
		HostProcess a = start(before, new ProcessSettings(-5, true, 9, null, List.of(), new AutomaticPriority(9, Duration.ofSeconds(5))));
		awaitMaster(a, 0);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("is not possible"));
		assertThat(priorities(a.pid())).containsOnlyOnce("2 9");
		assertThat(lockedKilobytes(a.pid())).isPositive();
	}

	@Test
	void whatNeitherLimitNorCapabilityAllowsIsSaidAndTheNodeRuns() throws Exception {
		List<String> before = new ArrayList<>(List.of("prlimit", "--rtprio=0", "--nice=0", "--memlock=8388608"));
		before.addAll(BOUNDED);
		HostProcess a = start(before, new ProcessSettings(-5, true, 9, null, List.of(), new AutomaticPriority(9, Duration.ofSeconds(5))));
		awaitMaster(a, 0);
		for (String keyword : List.of("vrrp_rt_priority 9", "vrrp_priority -5", "max_auto_priority 9", "vrrp_no_swap")) {
			a.await(keyword + " is not possible: ", 0, LIMIT);
		}
		assertThat(lockedKilobytes(a.pid())).isZero();
	}

	/** Memory that threads take after the others have given up their capabilities is locked, too. */
	@Test
	void memoryIsLockedBeyondTheLimit() throws Exception {
		HostProcess a = start(List.of("prlimit", "--memlock=8388608"), new ProcessSettings(null, true, null, null, List.of()));
		awaitMaster(a, 0);
		assertThat(a.lines()).noneMatch(line -> line.text().contains("is not possible"));
		assertThat(lockedKilobytes(a.pid())).isGreaterThan(8192);
		assertThat(network.status(network.a).pid()).isEqualTo(a.pid());
	}
}

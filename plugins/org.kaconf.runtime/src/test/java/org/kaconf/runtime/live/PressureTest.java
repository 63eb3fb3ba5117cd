package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.holdsVirtual;
import static org.kaconf.runtime.live.LiveNetwork.instance;
import static org.kaconf.runtime.live.LiveNetwork.node;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;

/** A machine that has no time, no room and nobody who reads: adverts keep their time. */
@LiveTest
class PressureTest extends OnLiveNetwork {
	private static final Duration INTERVAL = Duration.ofMillis(500);
	private static final int ADVERTS = 8;
	private static final Instance INSTANCE = instance(100).version(VrrpVersion.V3).advertInterval(INTERVAL).build();

	/** From now on. */
	private void assertAdvertsKeepTheirTime() throws Exception {
		long now = System.nanoTime();
		List<Frame> adverts = network.capture.await(ADVERTS, f -> f.nanos() > now && f.isAdvert(VRID, ADDRESS_A), LIMIT);
		assertThat(network.standstills.longestGap(adverts)).isLessThan(INTERVAL.toNanos() * 2);
		// Nor are there more of them than there should be; the first may have been late.
		assertThat(adverts.getLast().nanos() - adverts.getFirst().nanos()).isGreaterThan((ADVERTS - 2) * INTERVAL.toNanos());
	}

	/** Ends the daemon on a, whoever started it. */
	private void assertEndsInGoodOrder() throws Exception {
		ProcessHandle daemon = ProcessHandle.of(network.status(network.a).pid()).orElseThrow();
		daemon.destroy();
		LiveNetwork.await("the end of the daemon", () -> !daemon.isAlive());
		assertThat(holdsVirtual(network.a)).isFalse();
		assertThat(network.socket(network.a)).doesNotExist();
	}

	@Test
	void aLogThatNobodyReadsDelaysNothing() throws Exception {
		// The pipe is full to the last byte before the daemon starts.
		network.kaconfAfter(List.of("sh", "-c", "{ head -c 65536 /dev/zero; exec \"$@\"; } | sleep 1000", "sh"), network.a, node(network.a, INSTANCE));
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		assertAdvertsKeepTheirTime();
		assertEndsInGoodOrder();
	}

	@Test
	void aLogOnAFullDiskDelaysNothing() throws Exception {
		Path disk = Files.createDirectory(folder.resolve("disk"));
		network.kaconfAfter(List.of("unshare", "--mount", "sh", "-c",
				"mount -t tmpfs -o size=4k kaconf '" + disk + "' && head -c 4096 /dev/zero > '" + disk + "/log'; exec \"$@\" >> '" + disk + "/log' 2>&1", "sh"), network.a,
				node(network.a, INSTANCE));
		LiveNetwork.await("the address on a", () -> holdsVirtual(network.a));
		assertAdvertsKeepTheirTime();
		assertEndsInGoodOrder();
	}

	/** Without a realtime priority: the kernel shares the processors fairly. */
	@Test
	void busyProcessorsDelayNothing() throws Exception {
		ProcessSettings ordinary = new ProcessSettings(0, false, null, null, List.of());
		HostProcess a = network.kaconfAfter(List.of("chrt", "--other", "0"), network.a, node(network.a, LiveNetwork.globals(ordinary), INSTANCE));
		awaitMaster(a, 0);
		List<HostProcess> burners = new ArrayList<>();
		for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
			burners.add(HostProcess.start(network.b, List.of("sh", "-c", "while :; do :; done"), line -> {
			}));
		}
		assertAdvertsKeepTheirTime();
		burners.forEach(HostProcess::kill);
		assertEndsInGoodOrder();
	}

	/** The machine's clock cannot be set in a test without setting it for all; but timers are seen to go by one that cannot be set. */
	@Test
	void noTimerGoesByAClockThatCanBeSet() throws Exception {
		HostProcess a = network.kaconf(network.a, INSTANCE);
		awaitMaster(a, 0);
		assertThat(clocksOfTimers(a.pid())).isNotEmpty().containsOnly("CLOCK_MONOTONIC");
	}

	private static List<String> clocksOfTimers(long pid) throws IOException {
		List<String> clocks = new ArrayList<>();
		try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fdinfo"))) {
			for (Path descriptor : descriptors) {
				Files.readAllLines(descriptor).stream().filter(line -> line.startsWith("clockid:")).map(line -> line.endsWith(" 1") ? "CLOCK_MONOTONIC" : line).forEach(clocks::add);
			}
		}
		return clocks;
	}
}

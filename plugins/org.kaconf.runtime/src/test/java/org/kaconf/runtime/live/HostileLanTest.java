package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.network.Flood;
import org.kaconf.runtime.network.HostProcess;

/** What a neighbour sends who means harm changes nothing that the RFC does not let him change. */
@LiveTest
class HostileLanTest {
	private static final int TIMES = 20_000;
	private static final int AS_FAST_AS_CAN_BE = 1_000_000;
	private static final long SEED = 4711;
	/** Behind the headers of Ethernet and IPv4. */
	private static final int ADDRESS_COUNT_OFFSET = 14 + 20 + 3;

	@TempDir
	Path folder;
	private LiveNetwork network;
	private HostProcess kaconf;

	@BeforeEach
	void startMaster() throws Exception {
		network = new LiveNetwork(folder);
		Instance instance = LiveNetwork.instance(150).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).build();
		kaconf = network.kaconf(network.a, instance);
		awaitMaster(kaconf, 0);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private InstanceStatus status() throws Exception {
		return network.status(network.a).instances().getFirst();
	}

	private long lines(String text) {
		return kaconf.lines().stream().filter(line -> line.text().contains(text)).count();
	}

	@Test
	void advertsThatAreWrongAreCountedSaidOnceAndLeaveTheTimersAlone() throws Exception {
		byte[] wrongChecksum = Flood.advert(VRID, 255, 255, LiveNetwork.VIRTUAL);
		wrongChecksum[wrongChecksum.length - 1]++;
		byte[] tooShort = Flood.advert(VRID, 255, 255, LiveNetwork.VIRTUAL);
		tooShort[ADDRESS_COUNT_OFFSET] = 7;
		List<byte[]> frames = new ArrayList<>(List.of(Flood.advert(VRID, 255, 64, LiveNetwork.VIRTUAL), wrongChecksum, tooShort, Flood.advert(VRID + 1, 255, 255, LiveNetwork.VIRTUAL)));
		Random random = new Random(SEED);
		for (int i = 0; i < 5; i++) {
			frames.add(Flood.randomized(frames.getFirst(), random));
		}
		int from = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).size();
		new Flood(frames).send(network.b, TIMES * frames.size(), AS_FAST_AS_CAN_BE);
		network.capture.await(from + 10, f -> f.isAdvert(VRID, ADDRESS_A), LIMIT);

		InstanceStatus after = status();
		assertThat(after.state()).isEqualTo("MASTER");
		assertThat(after.counters().becameMaster()).isEqualTo(1);
		// What a receive buffer could not take is lost; the rest is counted.
		Map<String, Long> dropped = after.counters().dropped();
		assertThat(dropped).containsKeys("ipTtlErrors", "checksumErrors", "packetLengthErrors");
		assertThat(dropped.get("ipTtlErrors")).isBetween(TIMES / 10L, (long) TIMES * 6);
		assertThat(lines("invalid TTL/HL. Received 64 and expect 255")).isEqualTo(1);
		assertThat(lines("Invalid VRRPv3 checksum")).isEqualTo(1);
		assertThat(kaconf.lines()).noneMatch(line -> line.text().contains("Entering BACKUP STATE") && !line.text().contains("init"));
	}

	@Test
	void advertsOfLowerPriorityAreNotAnsweredByAFlood() throws Exception {
		int before = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).size();
		long start = System.nanoTime();
		new Flood(List.of(Flood.advert(VRID, 10, 255, LiveNetwork.VIRTUAL))).send(network.b, TIMES, AS_FAST_AS_CAN_BE);
		LiveNetwork.await("the flood is read", () -> network.status(network.a).instances().getFirst().counters().advertsReceived() >= TIMES / 10);
		int answers = network.capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)).size() - before;
		long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();

		assertThat(status().state()).isEqualTo("MASTER");
		// At most one for each 10 ms, and those that were due.
		assertThat((long) answers).isLessThan(milliseconds / 10 + milliseconds / 100 + 10);
	}
}

package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.PreparedPacket;

/** What a router counts (RFC 2787, RFC 6527). */
class StatisticsTest {
	private static final IpAddress OWN = IpAddress.of("10.0.0.1");
	private static final IpAddress PEER = IpAddress.of("10.0.0.2");
	private static final int HEADER_BYTES = 20;
	private static final Instance INSTANCE = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(100).version(VrrpVersion.V3)
			.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"))).build();

	/** Without a host: the effects that need one are never carried out. */
	private final Router router = new Router(INSTANCE, OWN, new SilentPort(), null, null, new Log(new PrintStream(OutputStream.nullOutputStream()), false), new EffectQueue());

	private void hear(int priority) {
		ByteBuffer packet = PreparedPacket.of(Advertisement.of(INSTANCE, priority), PEER, INSTANCE.multicastGroup()).next(priority);
		MemorySegment input = Arena.ofAuto().allocate(packet.limit());
		input.asByteBuffer().put(packet.duplicate());
		router.receive(input, HEADER_BYTES, packet.limit(), System.nanoTime());
	}

	private Counters counters() {
		return router.statistics().counters();
	}

	@Test
	void goodbyesAreCountedAmongTheAdverts() {
		router.handle(new Event.Start(), System.nanoTime());
		hear(200);
		hear(0);
		assertThat(counters()).isEqualTo(new Counters(0, 2, 0, 1, 0, 0, Map.of()));
		router.handle(new Event.Timer(), router.nextDeadline());
		assertThat(counters()).isEqualTo(new Counters(1, 2, 0, 1, 0, 0, Map.of()));
		router.handle(new Event.Stop(), System.nanoTime());
		assertThat(counters()).isEqualTo(new Counters(2, 2, 1, 1, 0, 0, Map.of()));
	}
}

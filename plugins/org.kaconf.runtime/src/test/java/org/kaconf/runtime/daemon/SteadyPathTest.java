package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.Broadcast;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.notify.Notifications;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PreparedPacket;

/** From the packet that was read to the packet that is written, an advert of the steady state makes no garbage. */
class SteadyPathTest {
	private static final int ADVERTS = 10_000;
	/** What the measuring itself may allocate, in bytes: an object of the smallest size for every fourth advert would be more. */
	private static final long ONCE = ADVERTS * 4L;
	private static final int IPV4_HEADER = 20;
	private static final int IPV6_HEADER = 40;
	private static final Log LOG = new Log(new PrintStream(OutputStream.nullOutputStream()), false);
	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private static final IpAddress PEER = IpAddress.of("10.0.0.2");

	private final SilentPort port = new SilentPort();

	static Stream<Instance> instances() {
		InstanceBuilder simple = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(100).advertInterval(Duration.ofSeconds(1))
				.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"), VirtualAddress.of("10.0.0.101/24")));
		Instance version3 = simple.version(VrrpVersion.V3).build();
		Instance version2 = simple.version(VrrpVersion.V2).authentication(new Authentication(Type.PASS, "1111")).build();
		return Stream.of(version3, version2,
				InstanceBuilder.from(version2).authentication(new Authentication(Type.AH, "secret")).build(),
				InstanceBuilder.from(version3).unicastPeers(List.of(new UnicastPeer(PEER, 254, null, Origins.NONE), new UnicastPeer(IpAddress.of("10.0.0.3"), null, null, Origins.NONE)))
						.build(),
				InstanceBuilder.from(version3).syncGroup("G").build(),
				InstanceBuilder.from(version3).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6).virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"))).build());
	}

	private Router started(Instance instance) {
		IpAddress own = instance.family() == Family.IPV4 ? IpAddress.of("10.0.0.1") : IpAddress.of("fe80::1");
		// Without a host: the effects that need one are never carried out.
		Router router = new Router(instance, own, port, null, null, LOG, new EffectQueue());
		if (instance.syncGroup() != null) {
			new Group(new SyncGroup(instance.syncGroup(), List.of(instance.name()), Notify.NONE, Origins.NONE), List.of(router), notifications(), LOG, new EffectQueue());
		}
		router.handle(new Event.Start(), System.nanoTime());
		return router;
	}

	/** To nobody. */
	private static Notifications notifications() {
		Notifications notifications = new Notifications(null, new Broadcast(), LOG);
		notifications.configure(Globals.DEFAULT, null);
		return notifications;
	}

	private static long allocatedBy(Runnable advert) {
		for (int i = 0; i < ADVERTS; i++) {
			advert.run();
		}
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < ADVERTS; i++) {
			advert.run();
		}
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

	@ParameterizedTest
	@MethodSource("instances")
	void aMasterSends(Instance instance) {
		Router router = started(instance);
		router.handle(Event.TIMER, router.nextDeadline());
		int before = port.sent();
		assertThat(allocatedBy(() -> router.handle(Event.TIMER, router.nextDeadline()))).isLessThan(ONCE);
		assertThat(port.sent() - before).isEqualTo(2 * ADVERTS * Math.max(1, instance.unicastPeers().size()));
	}

	@ParameterizedTest
	@MethodSource("instances")
	void aBackupHears(Instance instance) {
		Router router = started(instance);
		boolean ipv4 = instance.family() == Family.IPV4;
		IpAddress source = ipv4 ? PEER : IpAddress.of("fe80::2");
		IpAddress destination = instance.isUnicast() ? IpAddress.of("10.0.0.1") : instance.multicastGroup();
		boolean signed = instance.authentication().type() == Type.AH;
		PreparedPacket sender = PreparedPacket.of(Advertisement.of(instance, 200), Envelope.of(source, destination),
				signed ? new HeaderAuthentication(instance.authentication()) : null);
		int header = ipv4 ? IPV4_HEADER : IPV6_HEADER;
		MemorySegment input = Arena.ofAuto().allocate(2048);
		ByteBuffer memory = input.asByteBuffer();
		if (!ipv4) {
			memory.put(7, (byte) 255).put(8, source.bytes()).put(24, destination.bytes());
		}
		int start = ipv4 ? 0 : IPV6_HEADER;
		assertThat(allocatedBy(() -> {
			ByteBuffer packet = sender.next(200);
			memory.put(start, packet, 0, packet.limit());
			router.receive(input, header, start + packet.limit(), System.nanoTime());
		})).isLessThan(ONCE);
		assertThat(router.state().state()).isEqualTo(State.BACKUP);
		assertThat(router.state().masterPriority()).isEqualTo(200);
		assertThat(router.statistics().counters().advertsReceived()).isEqualTo(2L * ADVERTS);
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.Epoll;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.linux.VrrpSocket;
import org.kaconf.runtime.network.Flood;
import org.kaconf.vrrp.packet.PacketCodec;

/** A packet that is read late is known to be old. */
@LiveTest
class ArrivalTimeTest {
	private static final long LATE = Duration.ofMillis(30).toNanos();

	@TempDir
	Path folder;

	private record Read(long age, long longest) {
	}

	@Test
	void theAgeOfAPacketIsSinceItCameNotSinceItWasRead() throws Exception {
		try (LiveNetwork network = new LiveNetwork(folder)) {
			FutureTask<Read> task = new FutureTask<>(() -> read(network));
			Thread.ofPlatform().start(task);
			assertThat(task.get().age).isBetween(LATE, task.get().longest);
		}
	}

	private static Read read(LiveNetwork network) throws Exception {
		ThreadIdentity.enterNetworkNamespace(network.a.namespace());
		try (RouteNetlink netlink = new RouteNetlink(); Epoll epoll = new Epoll()) {
			Link link = netlink.links().stream().filter(l -> l.name().equals("eth0")).findFirst().orElseThrow();
			try (VrrpSocket socket = VrrpSocket.open(Family.IPV4, PacketCodec.PROTOCOL, Instance.MULTICAST_IPV4, link)) {
				epoll.add(socket);
				long before = System.nanoTime();
				new Flood(List.of(Flood.advert(1, 100, PacketCodec.TTL, LiveNetwork.VIRTUAL))).send(network.b, 1, 1000);
				epoll.await();
				long came = System.nanoTime();
				while (System.nanoTime() - came < LATE) {
					LockSupport.parkNanos(LATE);
				}
				assertThat(socket.receive()).isPositive();
				return new Read(socket.age(), System.nanoTime() - before);
			}
		}
	}
}

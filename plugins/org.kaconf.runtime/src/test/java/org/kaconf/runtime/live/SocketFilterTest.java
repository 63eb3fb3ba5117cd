package org.kaconf.runtime.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.linux.VrrpSocket;
import org.kaconf.runtime.network.Flood;
import org.kaconf.vrrp.packet.PacketCodec;

/** The kernel keeps from the socket what is for other virtual routers. */
@LiveTest
class SocketFilterTest {
	private static final int IPV4_BYTES = 20;
	private static final int[] OWN = {1, 31, 32, 200, 255};

	@TempDir
	Path folder;

	@Test
	void onlyWhatNamesAVirtualRouterOfThisNodeIsReceived() throws Exception {
		List<byte[]> frames = new ArrayList<>();
		for (int id = 1; id <= 255; id++) {
			frames.add(Flood.advert(id, 100, PacketCodec.TTL, LiveNetwork.VIRTUAL));
		}
		try (LiveNetwork network = new LiveNetwork(folder)) {
			CompletableFuture<Set<Integer>> heard = new CompletableFuture<>();
			Thread.ofPlatform().start(() -> {
				try {
					ThreadIdentity.enterNetworkNamespace(network.a.namespace());
					heard.complete(hear(network, frames));
				} catch (Exception e) {
					heard.completeExceptionally(e);
				}
			});
			assertThat(heard.get()).containsExactlyElementsOf(IntStream.of(OWN).boxed().toList());
		}
	}

	private static Set<Integer> hear(LiveNetwork network, List<byte[]> frames) throws Exception {
		Set<Integer> heard = new TreeSet<>();
		try (RouteNetlink netlink = new RouteNetlink()) {
			Link link = netlink.links().stream().filter(l -> l.name().equals("eth0")).findFirst().orElseThrow();
			try (VrrpSocket socket = VrrpSocket.open(Family.IPV4, PacketCodec.PROTOCOL, Instance.MULTICAST_IPV4, link)) {
				socket.hearOnly(PacketCodec.VIRTUAL_ROUTER_ID_OFFSET, own());
				new Flood(frames).send(network.b, frames.size(), 10_000);
				LiveNetwork.await("the last of them", () -> {
					while (socket.receive() > 0) {
						heard.add(Byte.toUnsignedInt(socket.input().get(JAVA_BYTE, IPV4_BYTES + PacketCodec.VIRTUAL_ROUTER_ID_OFFSET)));
					}
					return heard.contains(OWN[OWN.length - 1]);
				});
			}
		}
		return heard;
	}

	private static BitSet own() {
		BitSet own = new BitSet();
		IntStream.of(OWN).forEach(own::set);
		return own;
	}
}

package org.kaconf.runtime.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.kaconf.model.Authentication;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.PreparedPacket;

/** A hostile neighbour: sends frames to the multicast group of VRRP as fast as it can. */
final class Flood {
	private static final int ETHERNET_BYTES = 14;
	private static final int IPV4_BYTES = 20;
	private static final byte[] ETHERNET_HEADER = {1, 0, 0x5e, 0, 0, 0x12, 2, 0, 0, 0, 0, 0x66, 8, 0};
	private static final IpAddress SOURCE = IpAddress.of("10.9.0.66");

	private Flood() {
	}

	/** An advert of somebody who is not who he says he is, for virtual router 51 with 10.9.0.100. */
	static byte[] advert(int virtualRouterId, int priority, int ttl) {
		Advertisement advert = new Advertisement(VrrpVersion.V3, virtualRouterId, priority, 100_000_000L, List.of(LiveNetwork.VIRTUAL), Authentication.NONE);
		return frame(PreparedPacket.of(advert, Envelope.of(SOURCE, Instance.MULTICAST_IPV4).withTtl(ttl), null).next(priority));
	}

	private static byte[] frame(ByteBuffer packet) {
		byte[] frame = new byte[ETHERNET_BYTES + packet.limit()];
		System.arraycopy(ETHERNET_HEADER, 0, frame, 0, ETHERNET_BYTES);
		packet.get(0, frame, ETHERNET_BYTES, packet.limit());
		return frame;
	}

	/** The same frame with other bytes where VRRP stands, but for the virtual router id. */
	static byte[] randomized(byte[] frame, Random random) {
		byte[] changed = frame.clone();
		for (int i = ETHERNET_BYTES + IPV4_BYTES; i < frame.length; i++) {
			changed[i] = i == ETHERNET_BYTES + IPV4_BYTES + 1 ? frame[i] : (byte) random.nextInt();
		}
		return changed;
	}

	/** Sends each of the frames so often, in turn. */
	static void send(NetworkHost host, List<byte[]> frames, int times) throws IOException {
		CompletableFuture<Void> sent = new CompletableFuture<>();
		Thread.ofPlatform().name("flood").start(() -> {
			try {
				ThreadIdentity.enterNetworkNamespace(host.namespace());
				send(frames, times);
				sent.complete(null);
			} catch (LinuxException e) {
				sent.completeExceptionally(e);
			}
		});
		sent.join();
	}

	private static void send(List<byte[]> frames, int times) throws LinuxException {
		try (RouteNetlink netlink = new RouteNetlink(); FrameSocket socket = new FrameSocket()) {
			Link link = netlink.links().stream().filter(l -> l.name().equals("eth0")).findFirst().orElseThrow();
			List<FrameSocket.Frame> prepared = frames.stream().map(bytes -> new FrameSocket.Frame(link, bytes)).toList();
			for (int i = 0; i < times; i++) {
				prepared.forEach(socket::send);
			}
		}
	}
}

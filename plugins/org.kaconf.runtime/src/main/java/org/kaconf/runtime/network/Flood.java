package org.kaconf.runtime.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.kaconf.model.Authentication;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.PreparedPacket;

/** A hostile neighbour: sends many frames to the multicast group of VRRP. */
public final class Flood {
	private static final int ETHERNET_BYTES = 14;
	private static final int IPV4_BYTES = 20;
	private static final byte[] ETHERNET_HEADER = {1, 0, 0x5e, 0, 0, 0x12, 2, 0, 0, 0, 0, 0x66, 8, 0};
	/** How long the sender sleeps between two bursts. */
	private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
	private final List<byte[]> frames;

	/** @param frames sent in turn, with their Ethernet headers */
	public Flood(List<byte[]> frames) {
		this.frames = List.copyOf(frames);
	}

	/** An advert of version 3, every 100 ms, as if from 10.9.0.66. @param virtual the virtual address it names */
	public static byte[] advert(int virtualRouterId, int priority, int ttl, IpAddress virtual) {
		Advertisement advert = new Advertisement(VrrpVersion.V3, virtualRouterId, priority, 100_000_000L, List.of(virtual), Authentication.NONE);
		Envelope envelope = Envelope.of(IpAddress.of("10.9.0.66"), Instance.MULTICAST_IPV4).withTtl(ttl);
		ByteBuffer packet = PreparedPacket.of(advert, envelope, null).next(priority);
		byte[] frame = new byte[ETHERNET_BYTES + packet.limit()];
		System.arraycopy(ETHERNET_HEADER, 0, frame, 0, ETHERNET_BYTES);
		packet.get(0, frame, ETHERNET_BYTES, packet.limit());
		return frame;
	}

	/** The same frame with other bytes where VRRP stands, but for the virtual router id. */
	public static byte[] randomized(byte[] frame, Random random) {
		byte[] changed = frame.clone();
		for (int i = ETHERNET_BYTES + IPV4_BYTES; i < frame.length; i++) {
			changed[i] = i == ETHERNET_BYTES + IPV4_BYTES + 1 ? frame[i] : (byte) random.nextInt();
		}
		return changed;
	}

	/**
	 * Sends from a host, and returns when all is sent.
	 *
	 * @param count how many frames in all
	 * @param perSecond how many a second, if the machine is fast enough
	 * @return how many a second there were
	 */
	public long send(NetworkHost host, int count, int perSecond) throws IOException {
		CompletableFuture<Long> rate = new CompletableFuture<>();
		Thread.ofPlatform().name("flood").start(() -> {
			try {
				ThreadIdentity.enterNetworkNamespace(host.namespace());
				rate.complete(send(count, perSecond));
			} catch (LinuxException e) {
				rate.completeExceptionally(e);
			}
		});
		return rate.join();
	}

	private long send(int count, int perSecond) throws LinuxException {
		try (RouteNetlink netlink = new RouteNetlink(); FrameSocket socket = new FrameSocket()) {
			Link link = netlink.links().stream().filter(l -> l.name().equals("eth0")).findFirst().orElseThrow();
			List<FrameSocket.Frame> prepared = frames.stream().map(bytes -> new FrameSocket.Frame(link, bytes)).toList();
			long start = System.nanoTime();
			for (int sent = 0; sent < count; sent++) {
				while (sent > (System.nanoTime() - start) / 1e9 * perSecond) {
					LockSupport.parkNanos(BURST_NANOS);
				}
				socket.send(prepared.get(sent % prepared.size()));
			}
			return (long) (count / ((System.nanoTime() - start) / 1e9));
		}
	}
}

package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.BitSet;
import org.kaconf.model.Family;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.VrrpSocket;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.vrrp.packet.PacketCodec;

/** The socket of a channel and the virtual routers behind it, by their id. What names none of them stays in the kernel. */
final class InterfacePort implements Port {
	private static final int IPV4_MINIMUM_HEADER_BYTES = 20;
	private static final int IPV6_HEADER_BYTES = 40;
	private static final int HIGHEST_VRID = 255;
	/**
	 * How many packets are read before the deadlines are looked at again: more than a receive buffer holds of the adverts of the largest node, and few enough to
	 * be read within some milliseconds.
	 */
	private static final int PACKETS_PER_TURN = 1024;
	private static final long LONGEST_WAKE_UP = Duration.ofMillis(2).toNanos();

	private final EventLoop loop;
	private final Channel channel;
	/** From the end of the IP header to the virtual router id. */
	private final int idOffset;
	private final Router[] routers = new Router[HIGHEST_VRID + 1];
	private final BitSet virtualRouterIds = new BitSet();
	private Link link;
	private VrrpSocket socket;

	/** @param link {@code null} while there is no such interface */
	InterfacePort(EventLoop loop, Channel channel, Link link) throws LinuxException {
		this.loop = loop;
		this.channel = channel;
		idOffset = channel.payloadOffset() + PacketCodec.VIRTUAL_ROUTER_ID_OFFSET;
		if (link != null) {
			open(link);
		}
	}

	/** Opens the socket on an interface, or on the one that took its name. */
	void open(Link newLink) throws LinuxException {
		close();
		link = newLink;
		VrrpSocket opened = VrrpSocket.open(channel.family(), channel.protocol(), channel.local(), link);
		opened.hearOnly(idOffset, virtualRouterIds);
		try {
			loop.add(opened, this::receive);
		} catch (LinuxException e) {
			opened.close();
			throw e;
		}
		socket = opened;
	}

	@Override
	public void add(Router router) {
		put(router.instance().virtualRouterId(), router);
	}

	@Override
	public void remove(Router router) {
		if (routers[router.instance().virtualRouterId()] == router) {
			put(router.instance().virtualRouterId(), null);
		}
	}

	private void put(int virtualRouterId, Router router) {
		routers[virtualRouterId] = router;
		virtualRouterIds.set(virtualRouterId, router != null);
		if (socket != null) {
			socket.hearOnly(idOffset, virtualRouterIds);
		}
	}

	@Override
	public Link link() {
		return link;
	}

	void setLink(Link newLink) {
		link = newLink;
	}

	@Override
	public VrrpSocket socket() {
		return socket;
	}

	private void receive() {
		long asleepSince = loop.asleepSince();
		int length;
		for (int i = 0; i < PACKETS_PER_TURN && (length = socket.receive()) > 0; i++) {
			MemorySegment packet = socket.input();
			int header = channel.family() == Family.IPV6 ? IPV6_HEADER_BYTES : (packet.get(JAVA_BYTE, 0) & 0xf) * 4;
			if (header < IPV4_MINIMUM_HEADER_BYTES || length <= header + idOffset) {
				continue;
			}
			Router router = routers[Byte.toUnsignedInt(packet.get(JAVA_BYTE, (long) header + idOffset))];
			if (router != null) {
				router.receive(packet, header, length, i == 0 ? arrival(asleepSince) : System.nanoTime());
			}
		}
	}

	/**
	 * When a packet counts as received: what it took the thread to wake up for it does not delay a takeover. On a busy machine, where that takes longer, the rest of the time is lost, to the
	 * benefit of a master that cannot send in time there either.
	 */
	private long arrival(long asleepSince) {
		long now = System.nanoTime();
		return Math.min(now, Math.max(asleepSince, now - Math.min(socket.age(), LONGEST_WAKE_UP)));
	}

	/** Gives the socket up, until the next {@link #open}. */
	void close() {
		if (socket != null) {
			loop.remove(socket);
			socket.close();
			socket = null;
		}
	}
}

package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.kaconf.model.Family;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.VrrpSocket;
import org.kaconf.runtime.loop.EventLoop;

/** The socket of a channel and the virtual routers behind it, by their id. */
final class InterfacePort {
	private static final int IPV4_MINIMUM_HEADER_BYTES = 20;
	private static final int IPV6_HEADER_BYTES = 40;
	private static final int HIGHEST_VRID = 255;

	private final EventLoop loop;
	private final Channel channel;
	/** From the end of the IP header to the virtual router id. */
	private final int idOffset;
	private final Router[] routers = new Router[HIGHEST_VRID + 1];
	private Link link;
	private VrrpSocket socket;
	private long unknown;

	InterfacePort(EventLoop loop, Channel channel, Link link) throws LinuxException {
		this.loop = loop;
		this.channel = channel;
		idOffset = channel.payloadOffset() + 1;
		open(link);
	}

	/** Opens the socket on an interface, or on the one that took its name. */
	void open(Link newLink) throws LinuxException {
		close();
		link = newLink;
		VrrpSocket opened = VrrpSocket.open(channel.family(), channel.protocol(), channel.local(), link);
		try {
			loop.add(opened, this::receive);
		} catch (LinuxException e) {
			opened.close();
			throw e;
		}
		socket = opened;
	}

	void add(Router router) {
		routers[router.instance().virtualRouterId()] = router;
	}

	/** What it still receives is none of ours. */
	void remove(Router router) {
		if (routers[router.instance().virtualRouterId()] == router) {
			routers[router.instance().virtualRouterId()] = null;
		}
	}

	Link link() {
		return link;
	}

	void setLink(Link newLink) {
		link = newLink;
	}

	/** @return {@code null} while there is no such interface */
	VrrpSocket socket() {
		return socket;
	}

	/** Adverts for virtual routers that are none of ours. */
	long unknown() {
		return unknown;
	}

	private void receive() {
		int length;
		while ((length = socket.receive()) > 0) {
			MemorySegment packet = socket.input();
			int header = channel.family() == Family.IPV6 ? IPV6_HEADER_BYTES : (packet.get(JAVA_BYTE, 0) & 0xf) * 4;
			if (header < IPV4_MINIMUM_HEADER_BYTES || length <= header + idOffset) {
				continue;
			}
			Router router = routers[Byte.toUnsignedInt(packet.get(JAVA_BYTE, (long) header + idOffset))];
			if (router == null) {
				unknown++;
			} else {
				router.receive(packet, header, length);
			}
		}
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

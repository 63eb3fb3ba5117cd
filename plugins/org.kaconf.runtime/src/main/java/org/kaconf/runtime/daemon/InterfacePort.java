package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.VrrpSocket;
import org.kaconf.runtime.loop.EventLoop;

/** One interface's socket and the virtual routers behind it, by their id. */
final class InterfacePort {
	private static final int MINIMUM_HEADER_BYTES = 20;
	private static final int HIGHEST_VRID = 255;

	private final EventLoop loop;
	private final Router[] routers = new Router[HIGHEST_VRID + 1];
	private final Set<IpAddress> groups = new LinkedHashSet<>();
	private Link link;
	private VrrpSocket socket;
	private long unknown;

	InterfacePort(EventLoop loop, Link link) throws LinuxException {
		this.loop = loop;
		open(link);
	}

	/** Opens the socket on an interface, or on the one that took its name. */
	void open(Link newLink) throws LinuxException {
		close();
		link = newLink;
		VrrpSocket opened = new VrrpSocket(link);
		try {
			for (IpAddress group : groups) {
				opened.join(group, link);
			}
			loop.add(opened, this::receive);
		} catch (LinuxException e) {
			opened.close();
			throw e;
		}
		socket = opened;
	}

	void add(Router router) throws LinuxException {
		routers[router.instance().virtualRouterId()] = router;
		if (!router.instance().isUnicast() && groups.add(router.instance().multicastGroup())) {
			socket.join(router.instance().multicastGroup(), link);
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
			int header = (packet.get(JAVA_BYTE, 0) & 0xf) * 4;
			if (header < MINIMUM_HEADER_BYTES || length < header + 2) {
				continue;
			}
			Router router = routers[Byte.toUnsignedInt(packet.get(JAVA_BYTE, header + 1L))];
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

package org.kaconf.runtime.daemon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;

/** The sockets of this node, one for each interface that virtual routers use. */
final class Ports {
	private final EventLoop loop;
	private final Log log;
	private final Map<String, InterfacePort> byInterface = new LinkedHashMap<>();

	Ports(EventLoop loop, Log log) {
		this.loop = loop;
		this.log = log;
	}

	/** The port of an interface, opened now if it is the first time. */
	InterfacePort of(Link link) throws LinuxException {
		InterfacePort port = byInterface.get(link.name());
		if (port == null) {
			port = new InterfacePort(loop, link);
			byInterface.put(link.name(), port);
		}
		return port;
	}

	/** An interface that was removed and made again has another index, and the old socket hears nothing of it. */
	void linkChanged(Link link) {
		InterfacePort port = byInterface.get(link.name());
		if (port == null) {
			return;
		}
		if (port.socket() != null && port.link().index() == link.index()) {
			port.setLink(link);
			return;
		}
		try {
			port.open(link);
		} catch (LinuxException e) {
			log.info(e.getMessage());
		}
	}

	/** Even if it comes back with the index it had, such as from another network namespace, the socket has lost its multicast groups. */
	void linkRemoved(Link link) {
		InterfacePort port = byInterface.get(link.name());
		if (port != null) {
			port.close();
		}
	}

	/** Adverts for virtual routers that are none of ours. */
	long unknown() {
		return byInterface.values().stream().mapToLong(InterfacePort::unknown).sum();
	}

	void close() {
		byInterface.values().forEach(InterfacePort::close);
	}
}

package org.kaconf.runtime.daemon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;

/** The sockets of this node, one for each channel that virtual routers use. */
final class Ports {
	private final EventLoop loop;
	private final Log log;
	private final Map<Channel, InterfacePort> byChannel = new LinkedHashMap<>();

	Ports(EventLoop loop, Log log) {
		this.loop = loop;
		this.log = log;
	}

	/** The port of a channel, opened now if it is the first time. @param link the channel's interface; {@code null} while there is none */
	InterfacePort of(Channel channel, Link link) throws LinuxException {
		InterfacePort port = byChannel.get(channel);
		if (port == null) {
			port = new InterfacePort(loop, channel, link);
			byChannel.put(channel, port);
		}
		return port;
	}

	/** An interface that was removed and made again has another index, and the old sockets hear nothing of it. */
	void linkChanged(Link link) {
		forEachOn(link, port -> {
			if (port.socket() != null && port.link().index() == link.index()) {
				port.setLink(link);
				return;
			}
			try {
				port.open(link);
			} catch (LinuxException e) {
				log.info(e.getMessage());
			}
		});
	}

	/** Even if it comes back with the index it had, such as from another network namespace, the sockets have lost their multicast groups. */
	void linkRemoved(Link link) {
		forEachOn(link, port -> {
			port.close();
			port.setLink(null);
		});
	}

	private void forEachOn(Link link, Consumer<InterfacePort> action) {
		byChannel.forEach((channel, port) -> {
			if (channel.interfaceName().equals(link.name())) {
				action.accept(port);
			}
		});
	}

	/** Gives up those that none of these routers uses. */
	void closeUnused(List<Router> routers) {
		byChannel.values().removeIf(port -> {
			boolean unused = routers.stream().noneMatch(router -> router.port() == port);
			if (unused) {
				port.close();
			}
			return unused;
		});
	}

	void close() {
		byChannel.values().forEach(InterfacePort::close);
	}
}

package org.kaconf.runtime.daemon;

import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.PacketSender;

/** Counts what it is handed. */
final class CountingPort implements Port {
	int sent;
	private final PacketSender socket = (packet, bytes, destination) -> {
		sent++;
		return 0;
	};

	@Override
	public Link link() {
		throw new UnsupportedOperationException();
	}

	@Override
	public PacketSender socket() {
		return socket;
	}

	@Override
	public void add(Router router) {
		// Packets are handed to the router itself.
	}

	@Override
	public void remove(Router router) {
		// As for add.
	}
}

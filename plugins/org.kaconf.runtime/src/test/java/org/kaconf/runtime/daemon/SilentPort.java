package org.kaconf.runtime.daemon;

import java.lang.foreign.MemorySegment;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.PacketSender;

/** Keeps what it is to send to itself. Packets that come are handed to the router, not to it. */
final class SilentPort implements Port {
	private int sent;
	private MemorySegment last = MemorySegment.NULL;
	private final PacketSender socket = (packet, bytes, destination) -> {
		sent++;
		last = packet;
		return 0;
	};

	/** How many packets it was handed. */
	int sent() {
		return sent;
	}

	/** The memory of the last packet. */
	MemorySegment last() {
		return last;
	}

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
		// Nothing to hand on.
	}

	@Override
	public void remove(Router router) {
		// As for add.
	}
}

package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import org.kaconf.runtime.linux.VrrpSocket.Destination;

/** What packets are handed to. */
public interface PacketSender {
	/** @return 0, or the errno that says why it was not sent */
	int send(MemorySegment packet, long bytes, Destination destination);
}

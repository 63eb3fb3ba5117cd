package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Sends whole Ethernet frames by a packet socket that receives nothing. */
public final class FrameSocket extends Socket {
	private static final int ETHER_TYPE_OFFSET = 12;

	public FrameSocket() throws LinuxException {
		super(SocketAddresses.AF_PACKET, SOCK_RAW, 0, "cannot open a packet socket");
	}

	/** @return 0, or the errno that says why it was not sent */
	public int send(Frame frame) {
		return (int) -Math.min(0, send(frame.bytes, frame.bytes.byteSize(), frame.link));
	}

	/** A frame in the kernel's hands: built once, sent often. */
	public static final class Frame {
		private final MemorySegment bytes;
		private final MemorySegment link;

		/** @param frame with its Ethernet header */
		public Frame(Link link, byte[] frame) {
			bytes = Kernel.allocate(frame.length);
			MemorySegment.copy(frame, 0, bytes, JAVA_BYTE, 0, frame.length);
			this.link = SocketAddresses.link(link.index(), Short.toUnsignedInt(ByteBuffer.wrap(frame).getShort(ETHER_TYPE_OFFSET)));
		}
	}
}

package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A netlink socket that asks and is answered. The kernel answers a request before the system call that sends it returns, so nothing here waits. For one
 * thread.
 */
abstract class RequestSocket extends NetlinkSocket {
	private static final int ERROR = 2;
	private static final int DONE = 3;
	private static final MessageHandler NOTHING = (type, sequence, body) -> {
	};
	private static final MemorySegment KERNEL = SocketAddresses.netlink(0);

	private final NetlinkMessage message = new NetlinkMessage();
	private int sequence;
	private int result;
	private boolean done;

	RequestSocket(int protocol) throws LinuxException {
		super(protocol, 0);
	}

	/** Begins a request; whatever was built before is gone. */
	final NetlinkMessage begin(int type, int flags) {
		return message.clear().begin(type, NetlinkMessage.REQUEST | flags, ++sequence);
	}

	/** Begins a request that is answered by an error number only, for {@link #change}. */
	final NetlinkMessage beginChange(int type, int flags) {
		return begin(type, NetlinkMessage.ACK | flags);
	}

	/** Begins a further request of the same transmission. */
	final NetlinkMessage beginNext(int type, int flags) {
		return message.begin(type, NetlinkMessage.REQUEST | flags, ++sequence);
	}

	/** Sends what {@link #begin} began. @return 0 or the errno */
	final int change() {
		return request(NOTHING);
	}

	/** Asks for all things of a kind. @param headerBytes of zeros, which stand for no restriction */
	final void dump(int type, int headerBytes, int answer, Consumer<ByteBuffer> each, String attempt) throws LinuxException {
		NetlinkMessage request = begin(type, NetlinkMessage.DUMP);
		for (int i = 0; i < headerBytes; i += 4) {
			request.putInt(0);
		}
		int errno = request((messageType, seq, body) -> {
			if (messageType == answer) {
				each.accept(body);
			}
		});
		Kernel.check(-errno, attempt);
	}

	private int request(MessageHandler handler) {
		message.end();
		long sent = transmit();
		if (sent < 0) {
			return (int) -sent;
		}
		int expected = sequence;
		done = false;
		result = 0;
		while (!done) {
			long received = receiveAnswers((type, seq, body) -> {
				if (seq != expected) {
					return;
				}
				if (type == ERROR || type == DONE) {
					done = true;
					result = type == ERROR ? -body.getInt(0) : 0;
				} else {
					handler.message(type, seq, body);
				}
			});
			if (received < 0) {
				return (int) -received;
			}
		}
		return result;
	}

	/**
	 * Sends all that was begun and ended, and takes every answer there is: a transmission of several requests is done as a whole or not at all.
	 *
	 * @return 0, or the errno of the first request that was refused
	 */
	final int transact() {
		long sent = transmit();
		if (sent < 0) {
			return (int) -sent;
		}
		result = 0;
		long received;
		do {
			received = receiveAnswers((type, seq, body) -> {
				if (type == ERROR && result == 0) {
					result = -body.getInt(0);
				}
			});
		} while (received > 0);
		return result;
	}

	private long transmit() {
		MemorySegment bytes = message.bytes();
		return send(bytes, bytes.byteSize(), KERNEL);
	}
}

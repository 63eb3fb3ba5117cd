package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hears of every process that begins, runs another program, changes its name or ends (the kernel's process events connector,
 * include/uapi/linux/cn_proc.h). Needs CAP_NET_ADMIN, a kernel with CONFIG_PROC_EVENTS and the machine's first network namespace. For one thread.
 */
public final class ProcessEvents extends Socket {
	private static final int NETLINK_CONNECTOR = 11;
	private static final int CN_IDX_PROC = 1;
	private static final int CN_VAL_PROC = 1;
	private static final int LISTEN = 1;
	private static final int NLMSG_DONE = 3;
	private static final int HEADER_BYTES = 16;
	private static final int CONNECTOR_BYTES = 20;
	private static final int EVENT = HEADER_BYTES + CONNECTOR_BYTES;
	private static final int DATA = EVENT + 16;
	private static final int FORK = 0x1;
	private static final int EXEC = 0x2;
	private static final int NAME = 0x200;
	private static final int EXIT = 0x80000000;
	private static final int SMALLEST_BYTES = DATA + 8;
	private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

	private final MemorySegment input = Kernel.allocate(512);
	private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());

	/** What happened; threads are left out. */
	public interface Listener {
		void forked(int parent, int child);

		/** Runs another program, or has another name. */
		void changed(int pid);

		void ended(int pid);

		/** More happened than the buffer holds. */
		void overrun();
	}

	public ProcessEvents() throws LinuxException {
		super(SocketAddresses.AF_NETLINK, SOCK_DGRAM, NETLINK_CONNECTOR, "cannot open a socket for process events");
		try {
			bind(SocketAddresses.netlink(CN_IDX_PROC), "cannot listen to process events");
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
			MemorySegment request = Kernel.allocate(EVENT + 4L);
			request.asByteBuffer().order(ByteOrder.nativeOrder()).putInt(EVENT + 4).putShort((short) NLMSG_DONE).putShort((short) 0).putInt(0).putInt(0)
					.putInt(CN_IDX_PROC).putInt(CN_VAL_PROC).putInt(0).putInt(0).putShort((short) 4).putShort((short) 0).putInt(LISTEN);
			long sent = send(request, request.byteSize(), SocketAddresses.netlink(0));
			Kernel.check(sent, "cannot ask for process events");
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/** Reports all that waits. */
	public void read(Listener listener) {
		long received;
		while ((received = receive(input)) > 0 || received == -LinuxException.ENOBUFS) {
			if (received == -LinuxException.ENOBUFS) {
				listener.overrun();
			} else if (received >= SMALLEST_BYTES) {
				report(listener);
			}
		}
	}

	/** Of a thread, pid and tgid differ. */
	private void report(Listener listener) {
		int first = buffer.getInt(DATA);
		int second = buffer.getInt(DATA + 4);
		switch (buffer.getInt(EVENT)) {
			case FORK -> {
				int child = buffer.getInt(DATA + 8);
				if (child == buffer.getInt(DATA + 12)) {
					listener.forked(second, child);
				}
			}
			case EXEC, NAME -> {
				if (first == second) {
					listener.changed(first);
				}
			}
			case EXIT -> {
				if (first == second) {
					listener.ended(first);
				}
			}
			default -> {
				// A change of user, group or session.
			}
		}
	}
}

package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.kaconf.runtime.linux.SystemCall.INOTIFY_ADD_WATCH;
import static org.kaconf.runtime.linux.SystemCall.INOTIFY_INIT1;
import static org.kaconf.runtime.linux.SystemCall.READ;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Hears when files in folders are written, moved or deleted (inotify(7)). For one thread. */
public final class DirectoryEvents extends Descriptor {
	private static final int NONBLOCK_CLOEXEC = 0x80800;
	private static final int CLOSE_WRITE = 0x8;
	private static final int MOVED = 0x40 | 0x80;
	private static final int DELETE = 0x200;
	private static final int OVERFLOW = 0x4000;
	private static final int HEADER_BYTES = 16;

	private final MemorySegment input = Kernel.allocate(1 << 14);
	private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());

	public DirectoryEvents() throws LinuxException {
		super((int) Kernel.check(Kernel.call(INOTIFY_INIT1, NONBLOCK_CLOEXEC), "cannot watch files"));
	}

	/** @return the folder's number; the same for the same folder */
	public int add(String folder) throws LinuxException {
		try (Arena arena = Arena.ofConfined()) {
			return (int) Kernel.check(Kernel.call(INOTIFY_ADD_WATCH, number(), arena.allocateFrom(folder).address(), CLOSE_WRITE | MOVED | DELETE), "cannot watch " + folder);
		}
	}

	/**
	 * Reports all that waits.
	 *
	 * @param changed called with the folder's number and the file's name
	 * @param overflow called when more happened than is known
	 */
	public void read(BiConsumer<Integer, String> changed, Runnable overflow) {
		long bytes;
		while ((bytes = Kernel.callOnce(READ, number(), input.address(), input.byteSize(), 0, 0, 0)) > 0) {
			for (int at = 0; at + HEADER_BYTES <= bytes;) {
				int length = buffer.getInt(at + 12);
				if ((buffer.getInt(at + 4) & OVERFLOW) != 0) {
					overflow.run();
				} else {
					byte[] name = input.asSlice(at + HEADER_BYTES, length).toArray(JAVA_BYTE);
					changed.accept(buffer.getInt(at), new String(name, StandardCharsets.UTF_8).replace("\0", ""));
				}
				at += HEADER_BYTES + length;
			}
		}
	}
}

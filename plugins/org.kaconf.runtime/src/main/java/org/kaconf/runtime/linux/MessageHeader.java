package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/** struct msghdr with one piece of data: an address, the data and what travels beside it. Made once, used often. */
final class MessageHeader {
	private static final int NAME = 0;
	private static final int NAME_BYTES = 8;
	private static final int VECTOR = 16;
	private static final int VECTOR_COUNT = 24;
	private static final int CONTROL = 32;
	private static final int CONTROL_BYTES = 40;
	private static final int BYTES = 56;

	private final MemorySegment segment = Kernel.allocate(BYTES);
	/** struct iovec. */
	private final MemorySegment vector = Kernel.allocate(16);
	/** What the header points to must live as long. */
	private final MemorySegment name;
	private final MemorySegment control;

	MessageHeader(MemorySegment name, MemorySegment data, MemorySegment control) {
		this.name = name;
		this.control = control;
		segment.set(JAVA_LONG, NAME, name.address());
		segment.set(JAVA_LONG, VECTOR, vector.address());
		segment.set(JAVA_LONG, VECTOR_COUNT, 1);
		segment.set(JAVA_LONG, CONTROL, control.address());
		withData(data, data.byteSize());
		rewind();
	}

	/** @param data to be kept by the caller as long as the header is used */
	MessageHeader withData(MemorySegment data, long bytes) {
		vector.set(JAVA_LONG, 0, data.address());
		vector.set(JAVA_LONG, 8, bytes);
		return this;
	}

	/** Says anew how much room there is: a receiving call leaves how much it has used. */
	void rewind() {
		segment.set(JAVA_INT, NAME_BYTES, (int) name.byteSize());
		segment.set(JAVA_LONG, CONTROL_BYTES, control.byteSize());
	}

	long controlBytes() {
		return segment.get(JAVA_LONG, CONTROL_BYTES);
	}

	MemorySegment segment() {
		return segment;
	}
}

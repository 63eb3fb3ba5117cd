package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A program in the language of classic BPF (Linux: include/uapi/linux/bpf_common.h) by which the kernel keeps from a socket what is not for it. The program
 * looks up one byte of a packet in a set, in a time that does not depend on the size of the set.
 */
final class PacketFilter {
	/** Load a byte, by absolute offset. */
	private static final int LOAD_BYTE = 0x30;
	/** Load a byte, by an offset from X. */
	private static final int LOAD_BYTE_INDEXED = 0x50;
	/** Load four times the lower half of a byte into X: the length of an IPv4 header. */
	private static final int LOAD_IPV4_HEADER_LENGTH = 0xb1;
	private static final int LOAD_CONSTANT = 0x00;
	private static final int LOAD_MEMORY = 0x60;
	private static final int STORE_MEMORY = 0x02;
	private static final int AND_CONSTANT = 0x54;
	private static final int SHIFT_RIGHT_CONSTANT = 0x74;
	private static final int SHIFT_RIGHT_X = 0x7c;
	private static final int JUMP = 0x05;
	private static final int JUMP_IF_EQUAL = 0x15;
	private static final int COPY_A_TO_X = 0x07;
	private static final int RETURN_CONSTANT = 0x06;
	private static final int WHOLE_PACKET = -1;
	private static final int NOTHING = 0;

	private static final int WORDS = 8;
	private static final int WORD_BITS = 5;
	private static final int INSTRUCTION_BYTES = 8;
	private static final int PROGRAM_BYTES = 16;

	private record Instruction(int code, int ifTrue, int ifFalse, int operand) {
	}

	private final List<Instruction> program = new ArrayList<>();

	private PacketFilter() {
	}

	/**
	 * Lets packets pass whose byte at an offset is in a set.
	 *
	 * @param afterIpv4Header whether the packet begins with an IPv4 header, behind which the offset counts
	 * @param accepted of 0..255
	 */
	static PacketFilter byteIn(BitSet accepted, int offset, boolean afterIpv4Header) {
		PacketFilter filter = new PacketFilter();
		if (afterIpv4Header) {
			filter.add(LOAD_IPV4_HEADER_LENGTH, 0);
			filter.add(LOAD_BYTE_INDEXED, offset);
		} else {
			filter.add(LOAD_BYTE, offset);
		}
		// X: the bit within a word of the set. A: the word's number.
		filter.add(STORE_MEMORY, 0);
		filter.add(AND_CONSTANT, (1 << WORD_BITS) - 1);
		filter.add(COPY_A_TO_X, 0);
		filter.add(LOAD_MEMORY, 0);
		filter.add(SHIFT_RIGHT_CONSTANT, WORD_BITS);
		for (int word = 0; word < WORDS; word++) {
			filter.add(JUMP_IF_EQUAL, 0, 2, word);
			filter.add(LOAD_CONSTANT, word(accepted, word));
			filter.add(JUMP, 3 * (WORDS - 1 - word));
		}
		filter.add(SHIFT_RIGHT_X, 0);
		filter.add(AND_CONSTANT, 1);
		filter.add(JUMP_IF_EQUAL, 0, 1, 1);
		filter.add(RETURN_CONSTANT, WHOLE_PACKET);
		filter.add(RETURN_CONSTANT, NOTHING);
		return filter;
	}

	private static int word(BitSet set, int number) {
		int word = 0;
		for (int bit = 0; bit < 1 << WORD_BITS; bit++) {
			word |= set.get((number << WORD_BITS) + bit) ? 1 << bit : 0;
		}
		return word;
	}

	private void add(int code, int operand) {
		add(code, 0, 0, operand);
	}

	/** @param ifTrue how many instructions to skip */
	private void add(int code, int ifTrue, int ifFalse, int operand) {
		program.add(new Instruction(code, ifTrue, ifFalse, operand));
	}

	/** struct sock_fprog. @param instructions memory of {@link #bytes()} that must live as long as the result */
	MemorySegment write(MemorySegment instructions) {
		for (int i = 0; i < program.size(); i++) {
			Instruction instruction = program.get(i);
			long at = (long) i * INSTRUCTION_BYTES;
			instructions.set(JAVA_SHORT, at, (short) instruction.code);
			instructions.set(JAVA_BYTE, at + 2, (byte) instruction.ifTrue);
			instructions.set(JAVA_BYTE, at + 3, (byte) instruction.ifFalse);
			instructions.set(JAVA_INT, at + 4, instruction.operand);
		}
		MemorySegment header = Kernel.allocate(PROGRAM_BYTES);
		header.set(JAVA_SHORT, 0, (short) program.size());
		header.set(JAVA_LONG, 8, instructions.address());
		return header;
	}

	int bytes() {
		return program.size() * INSTRUCTION_BYTES;
	}
}

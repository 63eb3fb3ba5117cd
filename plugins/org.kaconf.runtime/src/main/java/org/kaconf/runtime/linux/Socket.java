package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.kaconf.runtime.linux.SystemCall.BIND;
import static org.kaconf.runtime.linux.SystemCall.RECVFROM;
import static org.kaconf.runtime.linux.SystemCall.RECVMSG;
import static org.kaconf.runtime.linux.SystemCall.SENDMSG;
import static org.kaconf.runtime.linux.SystemCall.SENDTO;
import static org.kaconf.runtime.linux.SystemCall.SETSOCKOPT;
import static org.kaconf.runtime.linux.SystemCall.SOCKET;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/** A non-blocking socket. */
abstract class Socket extends Descriptor {
	static final int SOCK_DGRAM = 2;
	static final int SOCK_RAW = 3;
	static final int SOL_SOCKET = 1;
	static final int SO_PRIORITY = 12;
	static final int SO_BINDTODEVICE = 25;
	static final int SO_RCVBUFFORCE = 33;
	private static final int SO_ATTACH_FILTER = 26;
	private static final int NONBLOCK_CLOEXEC = 0x80800;
	private static final int MSG_DONTWAIT = 0x40;
	private static final int MSG_NOSIGNAL = 0x4000;

	private final Readiness readiness = new Readiness(this);

	Socket(int family, int type, int protocol, String attempt) throws LinuxException {
		super((int) Kernel.check(Kernel.call(SOCKET, family, type | NONBLOCK_CLOEXEC, protocol), attempt));
	}

	final void option(int level, int option, MemorySegment value, long bytes, String attempt) throws LinuxException {
		long result = Kernel.call(SETSOCKOPT, number(), level, option, value.address(), bytes, 0);
		// The address alone does not keep the memory.
		Reference.reachabilityFence(value);
		Kernel.check(result, attempt);
	}

	final void option(int level, int option, int value, String attempt) throws LinuxException {
		MemorySegment segment = Kernel.allocate(4);
		segment.set(JAVA_INT, 0, value);
		option(level, option, segment, 4, attempt);
	}

	/** From now on, only what passes the filter is received. @return whether that worked */
	final boolean attach(PacketFilter filter) {
		MemorySegment instructions = Kernel.allocate(filter.bytes());
		MemorySegment program = filter.write(instructions);
		long result = Kernel.call(SETSOCKOPT, number(), SOL_SOCKET, SO_ATTACH_FILTER, program.address(), program.byteSize(), 0);
		Reference.reachabilityFence(instructions);
		return result >= 0;
	}

	final void bindToDevice(String interfaceName) throws LinuxException {
		byte[] name = interfaceName.getBytes(StandardCharsets.UTF_8);
		MemorySegment segment = Kernel.allocate(name.length + 1L);
		MemorySegment.copy(name, 0, segment, JAVA_BYTE, 0, name.length);
		option(SOL_SOCKET, SO_BINDTODEVICE, segment, segment.byteSize(), "cannot bind a socket to " + interfaceName);
	}

	final void bind(MemorySegment address, String attempt) throws LinuxException {
		long result = Kernel.call(BIND, number(), address.address(), address.byteSize());
		Reference.reachabilityFence(address);
		Kernel.check(result, attempt);
	}

	/** @return bytes sent, or the negative errno */
	final long send(MemorySegment data, long bytes, MemorySegment to) {
		return Kernel.call(SENDTO, number(), data.address(), bytes, MSG_DONTWAIT | MSG_NOSIGNAL, to.address(), to.byteSize());
	}

	/** @return bytes sent, or the negative errno */
	final long send(MessageHeader message) {
		return Kernel.call(SENDMSG, number(), message.segment().address(), MSG_DONTWAIT | MSG_NOSIGNAL, 0, 0, 0);
	}

	/** Allocates nothing. @return bytes received, or -1 for none, for whatever reason */
	final long take(MessageHeader message) {
		return Kernel.quickCall(RECVMSG, number(), message.segment().address(), MSG_DONTWAIT, 0, 0, 0);
	}

	/** Allocates nothing. @return bytes received, or -1 for none, for whatever reason */
	final long take(MemorySegment into) {
		return Kernel.quickCall(RECVFROM, number(), into.address(), into.byteSize(), MSG_DONTWAIT, 0, 0);
	}

	/** For what is known to be there, such as an answer. @return bytes received, or the negative errno */
	final long receiveAwaited(MemorySegment into) {
		return Kernel.call(RECVFROM, number(), into.address(), into.byteSize(), MSG_DONTWAIT, 0, 0);
	}

	/**
	 * Tells what a socket says once only, such as that it has lost something. Looks before it takes: to ask why a call failed makes the JVM build another kind of call, at the first
	 * time, which costs milliseconds, and that there is nothing is the usual reason.
	 *
	 * @return bytes received, or the negative errno, EAGAIN for nothing
	 */
	final long receive(MemorySegment into) {
		if (!readiness.look()) {
			return -LinuxException.EAGAIN;
		}
		if (readiness.isError()) {
			return Kernel.callOnce(RECVFROM, number(), into.address(), into.byteSize(), MSG_DONTWAIT, 0, 0);
		}
		long bytes = take(into);
		// There was something. What has come since and hides it is an error, which has been told now.
		return bytes == -1 ? -LinuxException.ENOBUFS : bytes;
	}
}

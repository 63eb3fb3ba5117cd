package org.kaconf.runtime.network;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.kaconf.runtime.linux.Epoll;
import org.kaconf.runtime.linux.EventDescriptor;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.PacketSocket;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.ThreadIdentity;

/** Collects the frames that pass an interface in a network namespace. */
public final class PacketCapture implements AutoCloseable {
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition arrived = lock.newCondition();
	private final List<Frame> frames = new ArrayList<>();
	private final EventDescriptor stop;
	private final Thread thread;

	private PacketCapture(String namespace, String interfaceName, boolean incomingOnly, CompletableFuture<Void> started) throws LinuxException {
		stop = new EventDescriptor();
		thread = Thread.ofPlatform().name("capture " + namespace).daemon().start(() -> collect(namespace, interfaceName, incomingOnly, started));
	}

	/**
	 * @param incomingOnly whether only frames that come in through the interface are of interest
	 * @return when frames are being collected
	 */
	static PacketCapture start(String namespace, String interfaceName, boolean incomingOnly) throws IOException {
		CompletableFuture<Void> started = new CompletableFuture<>();
		PacketCapture capture = new PacketCapture(namespace, interfaceName, incomingOnly, started);
		try {
			started.get();
			return capture;
		} catch (ExecutionException e) {
			throw new IOException(e.getCause().getMessage(), e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}

	private void collect(String namespace, String interfaceName, boolean incomingOnly, CompletableFuture<Void> started) {
		try {
			ThreadIdentity.enterNetworkNamespace(namespace);
			try (PacketSocket socket = new PacketSocket(link(interfaceName)); Epoll epoll = new Epoll()) {
				if (incomingOnly) {
					socket.ignoreOutgoing();
				}
				epoll.add(socket);
				epoll.add(stop);
				started.complete(null);
				receive(socket, epoll);
			}
		} catch (LinuxException e) {
			started.completeExceptionally(e);
		} finally {
			stop.close();
		}
	}

	private static Link link(String name) throws LinuxException {
		try (RouteNetlink netlink = new RouteNetlink()) {
			return netlink.links().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
		}
	}

	private void receive(PacketSocket socket, Epoll epoll) throws LinuxException {
		while (true) {
			int ready = epoll.await();
			for (int i = 0; i < ready; i++) {
				if (epoll.ready(i) == stop.number()) {
					return;
				}
			}
			byte[] bytes;
			while ((bytes = socket.receiveFrame()) != null) {
				add(new Frame(socket.arrivalNanos(), bytes));
			}
		}
	}

	private void add(Frame frame) {
		lock.lock();
		try {
			frames.add(frame);
			arrived.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** The frames seen so far that match, in order. */
	public List<Frame> frames(Predicate<Frame> matching) {
		lock.lock();
		try {
			return frames.stream().filter(matching).toList();
		} finally {
			lock.unlock();
		}
	}

	/** Waits until so many frames that match were seen, those before this call included. @return the first of them, in order */
	public List<Frame> await(int count, Predicate<Frame> matching, Duration limit) throws TimeoutException {
		long remaining = limit.toNanos();
		lock.lock();
		try {
			while (true) {
				List<Frame> found = frames.stream().filter(matching).limit(count).toList();
				if (found.size() == count) {
					return found;
				}
				if (remaining <= 0) {
					throw new TimeoutException("only " + found.size() + " of " + count + " frames within " + limit.toMillis() + " ms");
				}
				remaining = arrived.awaitNanos(remaining);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TimeoutException("interrupted");
		} finally {
			lock.unlock();
		}
	}

	@Override
	public void close() {
		stop.signal();
		try {
			thread.join(TimeUnit.SECONDS.toMillis(5));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

package org.kaconf.bench.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;

/** Two hosts on a switch of their own, and a watch on the switch. */
final class Arena implements AutoCloseable {
	static final IpAddress ADDRESS_A = IpAddress.of("10.9.0.1");
	static final IpAddress ADDRESS_B = IpAddress.of("10.9.0.2");
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Implementation implementation;
	private final NamespaceNetwork network = NamespaceNetwork.create();
	private final Path folder = Files.createTempDirectory("kaconf-bench-");
	private final NetworkHost a;
	private final NetworkHost b;
	private PacketCapture capture;

	Arena(Implementation implementation) throws IOException {
		this.implementation = implementation;
		try {
			a = network.addHost("a", ADDRESS_A + "/16");
			b = network.addHost("b", ADDRESS_B + "/16");
			capture = network.capture();
		} catch (IOException e) {
			network.close();
			throw e;
		}
	}

	PacketCapture capture() {
		return capture;
	}

	/** Forgets what was seen. */
	void renewCapture() throws IOException {
		PacketCapture next = network.capture();
		capture.close();
		capture = next;
	}

	NetworkHost addHost(String name, String address) throws IOException {
		return network.addHost(name, address);
	}

	/** For a start whose duration counts. */
	Implementation.Start prepareA(Workload.Node node) throws IOException {
		return implementation.prepare(a, folder, node);
	}

	RunningDaemon startA(Workload.Node node) throws IOException {
		return prepareA(node).now();
	}

	RunningDaemon startB(Workload.Node node) throws IOException {
		return implementation.prepare(b, folder, node).now();
	}

	/** Waits until an address has sent an advert for each of the virtual routers 1 to {@code instances}, from a moment on. */
	void awaitAdverts(IpAddress source, int instances, long fromNanos) throws TimeoutException {
		BitSet seen = new BitSet();
		long end = System.nanoTime() + LIMIT.toNanos();
		int wanted = 1;
		while (true) {
			capture.await(wanted, frame -> isFrom(frame, source, fromNanos), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
			seen.clear();
			var frames = capture.frames(frame -> isFrom(frame, source, fromNanos));
			frames.forEach(frame -> seen.set(frame.virtualRouterId()));
			if (seen.cardinality() >= instances) {
				return;
			}
			wanted = frames.size() + 1;
		}
	}

	static boolean isFrom(Frame frame, IpAddress source, long fromNanos) {
		return frame.nanos() >= fromNanos && frame.isVrrp() && frame.source().equals(source);
	}

	@Override
	public void close() throws IOException {
		capture.close();
		network.close();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}

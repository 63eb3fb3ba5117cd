package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.ThreadIdentity;

/** What the kernel tells of its addresses, and that it could not tell all. */
@LiveTest
class NetworkMonitorTest {
	/** The kernel needs some hundred bytes for each; the buffer has a mebibyte. */
	private static final int MORE_THAN_THE_BUFFER_HOLDS = 5000;

	@TempDir
	Path folder;

	@Test
	void thatSomethingWasLostIsToldAndWhatComesThenIsHeard() throws Exception {
		try (LiveNetwork network = new LiveNetwork(folder)) {
			FutureTask<List<String>> task = new FutureTask<>(() -> listen(network));
			Thread.ofPlatform().start(task);
			List<String> heard = task.get();

			// The kernel may have something to tell of its own, such as that an IPv6 address is no duplicate.
			assertThat(heard).containsSubsequence("asked", "overrun", "added 10.9.0.77/32").containsOnlyOnce("overrun");
			assertThat(heard).hasSizeLessThan(MORE_THAN_THE_BUFFER_HOLDS);
		}
	}

	private List<String> listen(LiveNetwork network) throws Exception {
		ThreadIdentity.enterNetworkNamespace(network.a.namespace());
		Log log = new Log();
		try (NetworkMonitor monitor = new NetworkMonitor()) {
			monitor.read(log);
			log.lines.add("asked");
			Path batch = Files.writeString(folder.resolve("batch"), IntStream.range(0, MORE_THAN_THE_BUFFER_HOLDS)
					.mapToObj(i -> "address add 10.8." + i / 256 + "." + i % 256 + "/32 dev eth0\n").collect(Collectors.joining()));
			network.a.run("ip", "-batch", batch.toString());
			monitor.read(log);
			network.a.run("ip", "address", "add", "10.9.0.77/32", "dev", "eth0");
			monitor.read(log);
		}
		return log.lines;
	}

	private static final class Log implements NetworkMonitor.Listener {
		private final List<String> lines = new ArrayList<>();

		@Override
		public void linkChanged(Link link) {
			lines.add("link " + link.name());
		}

		@Override
		public void linkRemoved(Link link) {
			lines.add("no link " + link.name());
		}

		@Override
		public void addressAdded(LinkAddress address) {
			lines.add("added " + address.prefix());
		}

		@Override
		public void addressRemoved(LinkAddress address) {
			lines.add("removed " + address.prefix());
		}

		@Override
		public void routingRemoved() {
			lines.add("no routing");
		}

		@Override
		public void overrun() {
			lines.add("overrun");
		}
	}
}

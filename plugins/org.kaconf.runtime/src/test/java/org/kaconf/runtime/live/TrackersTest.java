package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Globals;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.linux.ProcessEvents;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.network.HostProcess;

/** Tracked processes, files and BFD sessions. */
@LiveTest
class TrackersTest {
	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private static InstanceBuilder fast() {
		return instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(50));
	}

	private Node node(InstanceBuilder instance, List<TrackProcess> processes, List<TrackFile> files, List<BfdSession> sessions) {
		return new Node("a", List.of(), Globals.DEFAULT, List.of(), processes, files, sessions, List.of(instance.build()), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of(), null);
	}

	@Test
	void aFilesNumberCountsTimesTheWeight() throws Exception {
		Path path = folder.resolve("weight");
		TrackFile file = new TrackFile("f", path.toString(), 2, false, 5, false, null);
		HostProcess a = network.kaconf(network.a, node(fast().trackedFiles(List.of(new TrackedFile("f", 2, false, null))), List.of(), List.of(file), List.of()));
		awaitMaster(a, 0);
		assertThat(path).hasContent("5\n");
		assertThat(network.status(network.a).instances().getFirst().priority()).isEqualTo(110);
		Files.writeString(path, "-3\n");
		a.await("(VI_1) Changing effective priority from 110 to 94", 0, LIMIT);
		Files.delete(path);
		a.await("(VI_1) Changing effective priority from 94 to 100", 0, LIMIT);
		Files.move(Files.writeString(folder.resolve("other"), "0x10"), path);
		a.await("(VI_1) Changing effective priority from 100 to 132", 0, LIMIT);
		Files.writeString(path, "-127");
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		Files.writeString(path, "nothing");
		a.await("(VI_1) Entering BACKUP STATE", a.position() - 1, LIMIT);
	}

	/** A namespace hears no process events of the kernel, so this is the look into /proc. */
	@Test
	void aProcessThatIsGoneIsAFault() throws Exception {
		String name = "kaconftest" + ProcessHandle.current().pid() % 10_000;
		Path program = Files.copy(Path.of("/usr/bin/sleep"), folder.resolve(name));
		TrackProcess process = new TrackProcess("p", name, List.of(), TrackProcess.Match.NONE, false, 0, false, 1, null, Duration.ZERO, Duration.ZERO, null);
		HostProcess a = network.kaconf(network.a, node(fast().trackedProcesses(List.of(new TrackedProcess("p", 0, false, null))), List.of(process), List.of(), List.of()));
		a.await("(VI_1) Entering FAULT STATE", 0, LIMIT);
		Process running = new ProcessBuilder(program.toString(), "1000").start();
		a.await("Quorum gained for tracked process p", 0, LIMIT);
		awaitMaster(a, 0);
		int from = a.position();
		running.destroyForcibly().waitFor();
		a.await("Quorum lost for tracked process p", from, LIMIT);
		a.await("(VI_1) Entering FAULT STATE", from, LIMIT);
	}

	@Test
	void aBfdSessionIsAsItWasReported() throws Exception {
		BfdSession session = new BfdSession("b", IpAddress.of("10.9.0.2"), null, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofSeconds(1), 5, false, 255, 0, false, -20,
				false, true, null);
		HostProcess a = network.kaconf(network.a, node(fast().trackedBfds(List.of(new TrackedBfd("b", -20, false, null))), List.of(), List.of(), List.of(session)));
		awaitMaster(a, 0);
		assertThat(network.status(network.a).instances().getFirst().priority()).isEqualTo(80);
		ControlClient client = new ControlClient(network.socket(network.a));
		client.bfd("b", true);
		a.await("(VI_1) Changing effective priority from 80 to 100", 0, LIMIT);
		client.bfd("b", false);
		a.await("(VI_1) Changing effective priority from 100 to 80", 0, LIMIT);
		assertThatThrownBy(() -> client.bfd("c", true)).hasMessageContaining("there is no bfd_instance c; known are [b]");
	}

	/** The kernel tells the first network namespace alone; only a socket is opened there. */
	@Test
	void theKernelTellsOfProcesses() throws Exception {
		CompletableFuture<Integer> ended = new CompletableFuture<>();
		Process process = new ProcessBuilder("sleep", "1000").start();
		try (EventLoop loop = new EventLoop(); ProcessEvents events = new ProcessEvents()) {
			loop.add(events, () -> events.read(new ProcessEvents.Listener() {
				@Override
				public void forked(int parent, int child) {
					// Of no interest here.
				}

				@Override
				public void changed(int pid) {
					// Of no interest here.
				}

				@Override
				public void ended(int pid) {
					if (pid == process.pid()) {
						ended.complete(pid);
						loop.stop();
					}
				}

				@Override
				public void overrun() {
					throw new AssertionError();
				}
			}));
			process.destroyForcibly();
			CompletableFuture<Void> late = CompletableFuture.runAsync(() -> loop.post(loop::stop), CompletableFuture.delayedExecutor(LIMIT.toSeconds(), TimeUnit.SECONDS));
			loop.run(new EventLoop.Deadlines() {
				@Override
				public long next() {
					return Long.MAX_VALUE;
				}

				@Override
				public void due(long now) {
					// Nothing is.
				}
			});
			late.cancel(false);
		}
		assertThat(ended).isCompletedWithValue((int) process.pid());
	}
}

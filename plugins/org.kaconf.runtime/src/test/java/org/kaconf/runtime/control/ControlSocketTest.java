package org.kaconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;

/** Alone: to make a socket changes the umask of the process, and others would make files that nobody may read. */
@Isolated
class ControlSocketTest {
	private static final NodeStatus STATUS = new NodeStatus("lb1", 7, "1.0", "2026-01-01T00:00:00Z", List.of(), List.of());

	private static final Map<String, ControlCommand> COMMANDS = Map.of("status", new ControlCommand(request -> CompletableFuture.completedFuture(STATUS)),
			"reload", new ControlCommand(request -> CompletableFuture.failedFuture(new DaemonException(ExitCode.CONFIGURATION, "node.json: broken"))),
			"bfd", new ControlCommand(request -> CompletableFuture.completedFuture(request)), "stop", new ControlCommand(0, request -> new CompletableFuture<>()));

	private final Broadcast events = new Broadcast();
	@TempDir
	Path folder;
	private Path path;
	private ControlServer server;

	@BeforeEach
	void open() throws Exception {
		path = folder.resolve("made/for/it/lb1.sock");
		server = ControlServer.open(path, COMMANDS, events);
		server.start();
	}

	@AfterEach
	void close() {
		server.close();
	}

	@Test
	void answersTheClient() throws Exception {
		assertThat(new ControlClient(path).status()).isEqualTo(STATUS);
	}

	@Test
	void saysWhatWentWrong() {
		assertThatThrownBy(() -> new ControlClient(path).reload()).isInstanceOf(IOException.class).hasMessage(path + ": node.json: broken");
		assertThatThrownBy(() -> new ControlClient(path).stop()).isInstanceOf(IOException.class).hasMessage(path + ": the daemon did not answer within 0 s");
	}

	@Test
	void answersBeforeItDoesWhatMayEndTheDaemon() throws Exception {
		CountDownLatch answered = new CountDownLatch(1);
		CompletableFuture<Boolean> done = new CompletableFuture<>();
		Path other = folder.resolve("other.sock");
		ControlCommand stop = ControlCommand.answeredFirst(Map.of("pid", 7), () -> {
			try {
				done.complete(answered.await(20, TimeUnit.SECONDS));
			} catch (InterruptedException e) {
				done.completeExceptionally(e);
			}
		});
		try (ControlServer stoppable = ControlServer.open(other, Map.of("stop", stop), events)) {
			stoppable.start();
			assertThat(new ControlClient(other).stop()).isEqualTo(7);
			assertThat(done).isNotDone();
			answered.countDown();
			assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void aClientWaitsNoLongerThanItsLimit() throws Exception {
		Path silent = folder.resolve("silent.sock");
		try (ServerSocketChannel neverAccepts = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			neverAccepts.bind(UnixDomainSocketAddress.of(silent));
			assertThatThrownBy(() -> new ControlClient(silent, Duration.ofMillis(50)).status()).isInstanceOf(IOException.class)
					.hasMessage("the daemon at " + silent + " does not answer; look whether it is stopped or hangs");
		}
	}

	@Test
	void streamsEventsToSubscribers() throws Exception {
		BlockingQueue<String> lines = new LinkedBlockingQueue<>();
		Thread listener = Thread.ofPlatform().daemon().start(() -> {
			try {
				new ControlClient(path).subscribe(lines::add);
			} catch (IOException e) {
				lines.add(e.toString());
			}
		});
		assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"event\":\"subscribed\"}");
		events.publish(Map.of("event", "state"));
		assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"event\":\"state\"}");
		assertThat(listener.isAlive()).isTrue();
	}

	@Test
	void subscribersHearTheEnd() throws Exception {
		List<String> lines = new ArrayList<>();
		CountDownLatch subscribed = new CountDownLatch(1);
		FutureTask<List<String>> listener = new FutureTask<>(() -> {
			new ControlClient(path).subscribe(line -> {
				lines.add(line);
				subscribed.countDown();
			});
			return lines;
		});
		Thread.ofPlatform().daemon().start(listener);
		assertThat(subscribed.await(20, TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < 500; i++) {
			events.publish(i);
		}
		server.close();
		assertThat(listener.get(20, TimeUnit.SECONDS)).hasSize(501).endsWith("499");
		assertThat(events.isHeard()).isFalse();
	}

	@Test
	void aSubscriberThatDoesNotReadLosesEventsAndHoldsNobodyUp() throws Exception {
		Broadcast.Subscription slow = events.subscribe();
		for (int i = 0; i < 1500; i++) {
			events.publish(i);
		}
		for (int i = 0; i < 1000; i++) {
			assertThat(slow.next(0)).isEqualTo(i);
		}
		assertThat(slow.next(0)).isEqualTo(Map.of("event", "lost", "count", 500));
		assertThat(slow.next(0)).isEqualTo(Map.of("event", "quiet"));
		slow.close();
		assertThat(events.isHeard()).isFalse();
	}

	@Test
	void isForItsOwnerAlone() throws Exception {
		assertThat(Files.getPosixFilePermissions(path)).hasToString("[OWNER_READ, OWNER_WRITE]");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{}", "null", "[]", "7", "status", "{\"command\":\"reboot\"}", "{\"command\":[]}", "{\"command\":{}}", "{"})
	void answersNonsenseWithOneErrorAndGoesOn(String request) throws Exception {
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(path));
			Writer out = Channels.newWriter(channel, "UTF-8");
			BufferedReader in = new BufferedReader(Channels.newReader(channel, "UTF-8"));
			out.write(request + "\n");
			out.flush();
			assertThat(in.readLine()).startsWith("{\"error\":");
			out.write("{\"command\":\"status\"}\n");
			out.flush();
			assertThat(in.readLine()).startsWith("{\"node\":\"lb1\"");
		}
	}

	@Test
	void hangsUpOnALineWithoutEnd() throws Exception {
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(path));
			ByteBuffer endless = ByteBuffer.wrap("x".repeat(100_000).getBytes());
			assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> {
				while (endless.hasRemaining()) {
					channel.write(endless);
				}
				if (channel.read(ByteBuffer.allocate(1)) < 0) {
					throw new EOFException();
				}
			}).isInstanceOf(IOException.class));
		}
		answersTheClient();
	}

	@Test
	void isNotTakenTwice() {
		assertThatThrownBy(() -> ControlServer.open(path, Map.of(), events)).isInstanceOfSatisfying(DaemonException.class,
				e -> assertThat(e.exitCode()).isEqualTo(ExitCode.IN_USE)).hasMessageContaining("in use by another running daemon");
	}

	@Test
	void isGoneAfterwardsAndTheClientSaysSo() {
		server.close();
		assertThat(path).doesNotExist();
		assertThatThrownBy(() -> new ControlClient(path).status()).isInstanceOf(IOException.class).hasMessage("no daemon at " + path + "; start one with kaconf run, or name its socket with --control");
	}

	@Test
	void replacesTheSocketOfADaemonThatIsGone() throws Exception {
		Path stale = folder.resolve("stale.sock");
		ServerSocketChannel gone = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		gone.bind(UnixDomainSocketAddress.of(stale));
		gone.close();
		assertThat(stale).exists();
		assertThatThrownBy(() -> new ControlClient(stale).status()).hasMessageContaining("no daemon answers at " + stale + " any more");
		try (ControlServer replacement = ControlServer.open(stale, COMMANDS, events)) {
			replacement.start();
			assertThat(new ControlClient(stale).status().node()).isEqualTo("lb1");
		}
	}

	@Test
	void leavesOtherFilesAlone() throws Exception {
		Path file = Files.writeString(folder.resolve("precious"), "text");
		assertThatThrownBy(() -> ControlServer.open(file, Map.of(), events)).hasMessage("control socket " + file + ": there is something else of this name; choose another with --control");
		assertThat(file).hasContent("text");
	}

	@Test
	void refusesAPathThatTheKernelWouldCutShort() {
		assertThatThrownBy(() -> ControlServer.open(folder.resolve("x".repeat(120)), Map.of(), events)).hasMessageContaining("longer than 107 bytes");
	}
}

package org.kaconf.runtime.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.kaconf.runtime.DaemonException;

/** Answers at the control socket, on threads of its own: JSON is none of the timing path's business. */
public final class ControlServer implements AutoCloseable {
	/** The command whose answer goes on: a line for each event. */
	static final String SUBSCRIBE = "subscribe";
	private static final int MAXIMUM_CLIENTS = 64;
	/** After so long without an event a line shows whether the subscriber is still there. */
	private static final int QUIET_SECONDS = 30;
	/** How long nobody is let in when the system has no descriptor or memory for another one. */
	private static final Duration PAUSE = Duration.ofMillis(200);
	/** How long the end of the daemon waits for its subscribers. */
	private static final Duration FAREWELL = Duration.ofSeconds(1);
	/** Characters of a line. */
	private static final int MAXIMUM_REQUEST = 4096;
	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final Path path;
	private final ServerSocketChannel channel;
	private final Map<String, ControlCommand> commands;
	private final Broadcast events;
	private final Semaphore clients = new Semaphore(MAXIMUM_CLIENTS);
	/** Of the clients, those that subscribe. */
	private final Semaphore streams = new Semaphore(MAXIMUM_CLIENTS);

	private ControlServer(Path path, ServerSocketChannel channel, Map<String, ControlCommand> commands, Broadcast events) {
		this.path = path;
		this.channel = channel;
		this.commands = new TreeMap<>(commands);
		this.events = events;
	}

	/**
	 * Takes the socket; to be called while one thread runs.
	 *
	 * @param commands by name
	 * @param events what a subscriber hears
	 */
	public static ControlServer open(Path path, Map<String, ControlCommand> commands, Broadcast events) throws DaemonException {
		return new ControlServer(path, ControlSocket.listen(path), commands, events);
	}

	/** Answers from now on. */
	public void start() {
		Thread.ofPlatform().name("control").daemon().start(this::accept);
	}

	private void accept() {
		while (channel.isOpen()) {
			try {
				SocketChannel client = channel.accept();
				if (clients.tryAcquire()) {
					Thread.ofPlatform().name("control client").daemon().start(() -> serve(client));
				} else {
					client.close();
				}
			} catch (IOException closedOrOutOfDescriptors) {
				// Closed: the daemon ends. Else there may be some again soon.
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	private void serve(SocketChannel client) {
		// Made here, because a daemon that nobody asks does not need it.
		Gson gson = new GsonBuilder().disableHtmlEscaping().create();
		try (client; BufferedReader in = new BufferedReader(Channels.newReader(client, UTF_8)); Writer out = Channels.newWriter(client, UTF_8)) {
			boolean more = true;
			while (more) {
				String line = readLine(in);
				more = line != null && answer(gson, line, out);
			}
		} catch (IOException gone) {
			// The client has what it wanted, or wants no more.
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			clients.release();
		}
	}

	/** @return {@code null} at the end, and for a line that no client of ours sends: it must not fill the daemon's memory */
	private static String readLine(Reader in) throws IOException {
		StringBuilder line = new StringBuilder();
		int next;
		while ((next = in.read()) >= 0 && line.length() < MAXIMUM_REQUEST) {
			if (next == '\n') {
				return line.toString();
			}
			line.append((char) next);
		}
		return null;
	}

	/** @return whether another request may follow */
	private boolean answer(Gson gson, String line, Writer out) throws IOException, InterruptedException {
		Object answer;
		Runnable afterwards = () -> {
		};
		try {
			JsonObject request = gson.fromJson(line, JsonObject.class);
			String name = request == null || request.get("command") == null ? "" : request.get("command").getAsString();
			if (name.equals(SUBSCRIBE)) {
				stream(gson, out);
				return false;
			}
			ControlCommand command = commands.get(name);
			if (command == null) {
				answer = error("unknown command; known are " + known());
			} else {
				answer = run(command, request);
				afterwards = command.afterwards();
			}
		} catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
			answer = error("a request is one line such as {\"command\":\"status\"}");
		}
		try {
			send(gson, answer, out);
		} finally {
			afterwards.run();
		}
		return true;
	}

	private Set<String> known() {
		Set<String> names = new TreeSet<>(commands.keySet());
		names.add(SUBSCRIBE);
		return names;
	}

	private static Object run(ControlCommand command, JsonObject request) throws InterruptedException {
		try {
			return command.action().apply(request).get(command.seconds(), TimeUnit.SECONDS);
		} catch (IllegalArgumentException e) {
			return error(e.getMessage());
		} catch (TimeoutException e) {
			return error("the daemon did not answer within " + command.seconds() + " s");
		} catch (CancellationException e) {
			return error("the daemon is ending");
		} catch (ExecutionException e) {
			return error(String.valueOf(e.getCause().getMessage()));
		}
	}

	/** Until the client leaves, or the daemon has said its last word. */
	private void stream(Gson gson, Writer out) throws IOException, InterruptedException {
		streams.acquire();
		try (Broadcast.Subscription subscription = events.subscribe()) {
			Object event = Map.of("event", "subscribed");
			while (event != null) {
				send(gson, event, out);
				event = subscription.next(QUIET_SECONDS);
			}
		} finally {
			streams.release();
		}
	}

	private static Map<String, String> error(String message) {
		return Map.of("error", message);
	}

	private static void send(Gson gson, Object answer, Writer out) throws IOException {
		out.write(gson.toJson(answer) + "\n");
		out.flush();
	}

	/** Gives the socket up. Subscribers hear the end of what has happened, if they read it soon. */
	@Override
	public void close() {
		events.end();
		try {
			// Who does not read them in time misses them.
			if (streams.tryAcquire(MAXIMUM_CLIENTS, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
				streams.release(MAXIMUM_CLIENTS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		try {
			channel.close();
		} catch (IOException e) {
			// Nothing is lost: the process ends.
		}
		ControlSocket.delete(path);
	}
}

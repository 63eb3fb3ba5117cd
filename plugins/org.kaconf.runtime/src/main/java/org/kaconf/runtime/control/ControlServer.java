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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.kaconf.runtime.DaemonException;

/** Answers at the control socket, on threads of its own: JSON is none of the timing path's business. */
public final class ControlServer implements AutoCloseable {
	private static final int ANSWER_SECONDS = 5;
	/** Characters of a line. */
	private static final int MAXIMUM_REQUEST = 4096;
	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final Path path;
	private final ServerSocketChannel channel;
	private final Map<String, Supplier<CompletableFuture<?>>> commands;

	private ControlServer(Path path, ServerSocketChannel channel, Supplier<CompletableFuture<?>> status) {
		this.path = path;
		this.channel = channel;
		commands = Map.of("status", status);
	}

	/**
	 * Takes the socket; to be called while one thread runs.
	 *
	 * @param status asks for a {@link NodeStatus}
	 */
	public static ControlServer open(Path path, Supplier<CompletableFuture<?>> status) throws DaemonException {
		return new ControlServer(path, ControlSocket.listen(path), status);
	}

	/** Answers from now on. */
	public void start() {
		Thread.ofPlatform().name("control").daemon().start(this::accept);
	}

	private void accept() {
		try {
			while (true) {
				SocketChannel client = channel.accept();
				Thread.ofPlatform().name("control client").daemon().start(() -> serve(client));
			}
		} catch (IOException closed) {
			// The daemon ends.
		}
	}

	private void serve(SocketChannel client) {
		// Made here, because a daemon that nobody asks does not need it.
		Gson gson = new GsonBuilder().disableHtmlEscaping().create();
		try (client; BufferedReader in = new BufferedReader(Channels.newReader(client, UTF_8)); Writer out = Channels.newWriter(client, UTF_8)) {
			String line;
			while ((line = readLine(in)) != null) {
				out.write(gson.toJson(answer(gson, line)) + "\n");
				out.flush();
			}
		} catch (IOException gone) {
			// The client has what it wanted, or wants no more.
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

	private Object answer(Gson gson, String line) {
		try {
			JsonObject request = gson.fromJson(line, JsonObject.class);
			String name = request == null || request.get("command") == null ? "" : request.get("command").getAsString();
			Supplier<CompletableFuture<?>> command = commands.get(name);
			return command == null ? Map.of("error", "unknown command; known are " + commands.keySet()) : command.get().get(ANSWER_SECONDS, TimeUnit.SECONDS);
		} catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
			return Map.of("error", "a request is one line such as {\"command\":\"status\"}");
		} catch (ExecutionException | TimeoutException e) {
			return Map.of("error", "the daemon did not answer within " + ANSWER_SECONDS + " s");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Map.of("error", "the daemon is ending");
		}
	}

	/** Gives the socket up. */
	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			// Nothing is lost: the process ends.
		}
		ControlSocket.delete(path);
	}
}

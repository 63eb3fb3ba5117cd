package org.kaconf.runtime.control;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Asks a running daemon. Every failure is an IOException with a one-line message that says what to do. */
public final class ControlClient {
	private static final Gson GSON = new Gson();
	private static final Duration LIMIT = Duration.ofSeconds(10);
	/** To read a configuration again may mean to analyse a whole cluster. */
	private static final Duration RELOAD_LIMIT = Duration.ofSeconds(70);

	private final Path path;
	private final Duration limit;

	public ControlClient(Path path) {
		this(path, LIMIT);
	}

	/** @param limit how long an answer may take */
	ControlClient(Path path, Duration limit) {
		this.path = path;
		this.limit = limit;
	}

	public NodeStatus status() throws IOException {
		return GSON.fromJson(statusJson(), NodeStatus.class);
	}

	/** The same as the daemon's own line of JSON. */
	public String statusJson() throws IOException {
		return ask(request("status"), limit);
	}

	/** Makes the daemon read its configuration again. @return what has changed, in words; empty for nothing */
	public String reload() throws IOException {
		return GSON.fromJson(ask(request("reload"), RELOAD_LIMIT), JsonObject.class).get("changes").getAsString();
	}

	/** Makes the daemon stop in good order. @return its process */
	public long stop() throws IOException {
		return GSON.fromJson(ask(request("stop"), limit), JsonObject.class).get("pid").getAsLong();
	}

	/** Tells the daemon how a BFD session stands. */
	public void bfd(String session, boolean up) throws IOException {
		JsonObject request = request("bfd");
		request.addProperty("session", session);
		request.addProperty("up", up);
		ask(request, limit);
	}

	/** What Prometheus would scrape. */
	public String metrics() throws IOException {
		return GSON.fromJson(ask(request("metrics"), limit), JsonObject.class).get("text").getAsString();
	}

	/** Hears of every event, one line of JSON each, until the daemon ends. */
	public void subscribe(Consumer<String> listener) throws IOException {
		try (ControlConnection connection = new ControlConnection(path)) {
			connection.send(GSON.toJson(request(ControlServer.SUBSCRIBE)));
			String line = connection.readLine(limit);
			while (line != null) {
				listener.accept(line);
				line = connection.readLine(null);
			}
		}
	}

	private static JsonObject request(String command) {
		JsonObject request = new JsonObject();
		request.addProperty("command", command);
		return request;
	}

	private String ask(JsonObject request, Duration patience) throws IOException {
		try (ControlConnection connection = new ControlConnection(path)) {
			connection.send(GSON.toJson(request));
			String line = connection.readLine(patience);
			if (line == null) {
				throw new IOException(path + ": the daemon ended before it answered");
			}
			JsonObject answer = GSON.fromJson(line, JsonObject.class);
			if (answer.has("error")) {
				throw new IOException(path + ": " + answer.get("error").getAsString());
			}
			return line;
		} catch (JsonParseException e) {
			throw new IOException(path + " does not answer like a kaconf daemon", e);
		}
	}
}

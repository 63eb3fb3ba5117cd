package org.kaconf.runtime.control;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a running daemon. */
public final class ControlClient {
	private static final String UTF_8 = StandardCharsets.UTF_8.name();
	private static final Gson GSON = new Gson();
	private final Path path;

	public ControlClient(Path path) {
		this.path = path;
	}

	/** @throws IOException with a one-line message that says what to do */
	public NodeStatus status() throws IOException {
		return GSON.fromJson(statusJson(), NodeStatus.class);
	}

	/** The same as the daemon's own line of JSON. */
	public String statusJson() throws IOException {
		String line = request("{\"command\":\"status\"}");
		try {
			JsonObject answer = GSON.fromJson(line, JsonObject.class);
			if (answer.has("error")) {
				throw new IOException(path + ": " + answer.get("error").getAsString());
			}
			return line;
		} catch (JsonParseException e) {
			throw new IOException(path + " does not answer like a kaconf daemon", e);
		}
	}

	private String request(String line) throws IOException {
		if (!Files.exists(path)) {
			throw new IOException("no daemon at " + path + "; start one with kaconf run, or name its socket with --control");
		}
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			connect(channel);
			Writer out = Channels.newWriter(channel, UTF_8);
			out.write(line + "\n");
			out.flush();
			String answer = new BufferedReader(Channels.newReader(channel, UTF_8)).readLine();
			if (answer == null) {
				throw new IOException(path + ": the daemon ended before it answered");
			}
			return answer;
		}
	}

	private void connect(SocketChannel channel) throws IOException {
		try {
			channel.connect(UnixDomainSocketAddress.of(path));
		} catch (IOException e) {
			boolean denied = !Files.isWritable(path);
			throw new IOException(denied ? "the daemon at " + path + " answers its own user only; use the same user or root"
					: "no daemon answers at " + path + " any more; start it with kaconf run", e);
		}
	}
}

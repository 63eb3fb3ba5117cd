package org.kaconf.runtime.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.control.NodeStatus;

/** Answers {@code GET /metrics} over HTTP, one scrape at a time on a thread of its own. It has no password: keep it on the loopback address or a network of your own. */
public final class MetricsServer implements AutoCloseable {
	private static final int ANSWER_SECONDS = 5;
	private static final int OK = 200;
	private static final int METHOD_NOT_ALLOWED = 405;
	private static final int UNAVAILABLE = 503;

	private final HttpServer server;

	private MetricsServer(HttpServer server) {
		this.server = server;
	}

	/**
	 * @param place {@code PORT}, which is on the loopback address, or {@code ADDRESS:PORT}; {@code null} for no server
	 * @param status how the node stands
	 */
	public static MetricsServer open(String place, Supplier<CompletableFuture<NodeStatus>> status) throws DaemonException {
		if (place == null) {
			return new MetricsServer(null);
		}
		try {
			HttpServer server = HttpServer.create(address(place), 0);
			server.createContext("/metrics", exchange -> answer(exchange, status));
			server.start();
			return new MetricsServer(server);
		} catch (IOException e) {
			throw new DaemonException(ExitCode.FAILURE, "metrics cannot be served at " + place + ": " + e.getMessage() + "; choose another place with --metrics", e);
		}
	}

	private static InetSocketAddress address(String place) throws DaemonException {
		int colon = place.lastIndexOf(':');
		try {
			int port = Integer.parseInt(place.substring(colon + 1));
			String host = colon < 0 ? "" : place.substring(0, colon).replaceAll("^\\[|]$", "");
			return new InetSocketAddress(host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host), port);
		} catch (IOException | IllegalArgumentException e) {
			throw new DaemonException(ExitCode.USAGE, "--metrics takes a port or an address and a port, such as 127.0.0.1:9650, and not " + place, e);
		}
	}

	private static void answer(HttpExchange exchange, Supplier<CompletableFuture<NodeStatus>> status) throws IOException {
		try (exchange) {
			if (!exchange.getRequestMethod().equals("GET")) {
				exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
				return;
			}
			byte[] body = MetricsText.of(status.get().get(ANSWER_SECONDS, TimeUnit.SECONDS)).getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", MetricsText.CONTENT_TYPE);
			exchange.sendResponseHeaders(OK, body.length);
			exchange.getResponseBody().write(body);
		} catch (ExecutionException | TimeoutException e) {
			exchange.sendResponseHeaders(UNAVAILABLE, -1);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Where it answers; {@code null} for nowhere. */
	public InetSocketAddress address() {
		return server == null ? null : server.getAddress();
	}

	@Override
	public void close() {
		if (server != null) {
			server.stop(0);
		}
	}
}

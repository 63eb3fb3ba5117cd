package org.kaconf.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.CheckSpec;

/** The http and tcp scripts against real sockets. */
class NetworkCheckTest {
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private static final Duration SHORT = Duration.ofMillis(500);

	@TempDir
	Path folder;

	private HttpServer server;
	private final AtomicInteger requests = new AtomicInteger();

	@BeforeEach
	void startServer() throws IOException {
		Programs.need("curl");
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", exchange -> {
			int number = requests.incrementAndGet();
			String[] path = exchange.getRequestURI().getPath().split("/");
			int status = path[1].equals("second") ? number == 1 ? 500 : 200 : path[1].equals("host")
					? "www.example.com".equals(exchange.getRequestHeaders().getFirst("Host")) ? 200 : 421 : Integer.parseInt(path[1]);
			byte[] body = "the page\nis ready: it's 100% $HOME *\n".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
			if (status != 204) {
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		server.start();
	}

	@AfterEach
	void stopServer() {
		if (server != null) {
			server.stop(0);
		}
	}

	private String url(String path) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + path;
	}

	private static CheckSpec.Http check(String url, String body, int attempts, List<String> headers) {
		return new CheckSpec.Http(url, List.of(200, 204), body, LIMIT, LIMIT, attempts, headers);
	}

	@ParameterizedTest
	@CsvSource({"200,0,1", "204,0,1", "201,1,2", "301,1,2", "404,1,2", "500,1,2", "503,1,2"})
	void onlyAnAcceptedStatusIsGood(int status, int exitCode, int expectedRequests) throws Exception {
		ScriptRun run = ScriptRun.of(folder, check(url("/" + status), null, 2, List.of()));
		assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
		assertThat(run.output()).isEqualTo(exitCode == 0 ? "" : url("/" + status) + " answered with status " + status + "\n");
		assertThat(requests).hasValue(expectedRequests);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {"200|is ready|0", "200|it's 100% $HOME *|0", "200|is * ready|1", "200|not there|1",
			"404|is ready|1"})
	void theBodyMustHoldTheText(int status, String body, int exitCode) throws Exception {
		assertThat(ScriptRun.of(folder, check(url("/" + status), body, 1, List.of())).exitCode()).isEqualTo(exitCode);
	}

	@Test
	void theBodyTextMaySpanLines() throws Exception {
		assertThat(ScriptRun.of(folder, check(url("/200"), "page\nis", 1, List.of())).exitCode()).isZero();
	}

	@Test
	void aSecondAttemptMaySucceed() throws Exception {
		assertThat(ScriptRun.of(folder, check(url("/second"), null, 2, List.of())).exitCode()).isZero();
		requests.set(0);
		assertThat(ScriptRun.of(folder, check(url("/second"), null, 1, List.of())).exitCode()).isEqualTo(1);
	}

	@Test
	void headersAreSent() throws Exception {
		assertThat(ScriptRun.of(folder, check(url("/host"), null, 1, List.of("Host: www.example.com"))).exitCode()).isZero();
		assertThat(ScriptRun.of(folder, check(url("/host"), null, 1, List.of())).exitCode()).isEqualTo(1);
	}

	@Test
	void aRefusedConnectionIsBad() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		ScriptRun run = ScriptRun.of(folder, check("http://127.0.0.1:" + port + "/", null, 2, List.of()));
		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(run.output()).contains("did not answer (curl: 7)");
		assertThat(run.millis()).isLessThan(LIMIT.toMillis());
	}

	@Test
	void aServerThatNeverAnswersIsBadAfterTheTimeout() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
			ScriptRun run = ScriptRun.of(folder, new CheckSpec.Http(url, List.of(200), null, LIMIT, SHORT, 2, List.of()));
			assertThat(run.exitCode()).isEqualTo(1);
			assertThat(run.output()).contains("did not answer (curl: 28)");
			assertThat(run.millis()).isBetween(2 * SHORT.toMillis(), LIMIT.toMillis());
		}
	}

	@Test
	void aConnectionThatNeverOpensIsBadAfterTheConnectTimeout() throws Exception {
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			List<Socket> waiting = fillBacklog(full);
			try {
				String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
				ScriptRun run = ScriptRun.of(folder, new CheckSpec.Http(url, List.of(200), null, SHORT, LIMIT, 1, List.of()));
				assertThat(run.exitCode()).isEqualTo(1);
				assertThat(run.output()).contains("did not answer (curl: 28)");
				assertThat(run.millis()).isBetween(SHORT.toMillis(), LIMIT.toMillis() - 1);
			} finally {
				for (Socket socket : waiting) {
					socket.close();
				}
			}
		}
	}

	/** Linux drops connection requests to a socket whose queue is full, so the next one never opens. */
	private static List<Socket> fillBacklog(ServerSocket server) throws IOException {
		List<Socket> sockets = new ArrayList<>();
		while (true) {
			Socket socket = new Socket();
			try {
				socket.connect(server.getLocalSocketAddress(), 200);
				sockets.add(socket);
			} catch (SocketTimeoutException e) {
				socket.close();
				return sockets;
			}
		}
	}

	@Test
	void aTcpConnectionOpensOrDoesNot() throws Exception {
		int port = server.getAddress().getPort();
		assertThat(ScriptRun.of(folder, new CheckSpec.Tcp("127.0.0.1", port, LIMIT, 1)).exitCode()).isZero();
		server.stop(0);
		ScriptRun refused = ScriptRun.of(folder, new CheckSpec.Tcp("127.0.0.1", port, LIMIT, 2));
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.output()).contains("no connection to 127.0.0.1 port " + port);
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			List<Socket> waiting = fillBacklog(full);
			try {
				ScriptRun hanging = ScriptRun.of(folder, new CheckSpec.Tcp("127.0.0.1", full.getLocalPort(), SHORT, 1));
				assertThat(hanging.exitCode()).isEqualTo(1);
				assertThat(hanging.millis()).isBetween(SHORT.toMillis(), LIMIT.toMillis() - 1);
			} finally {
				for (Socket socket : waiting) {
					socket.close();
				}
			}
		}
	}

	@Test
	void netcatIsUsedWhereThereIsOne() throws Exception {
		Path nc = Files.writeString(folder.resolve("nc"), "#!/bin/sh\n[ \"$*\" = '-z -- db.example.com 5432' ]\n");
		Files.setPosixFilePermissions(nc, PosixFilePermissions.fromString("rwxr-xr-x"));
		Map<String, String> path = Map.of("PATH", folder + ":" + System.getenv("PATH"));
		Path good = ScriptRun.install(folder, "good", new CheckSpec.Tcp("db.example.com", 5432, LIMIT, 1));
		assertThat(ScriptRun.of(path, good.toString()).exitCode()).isZero();
		Path bad = ScriptRun.install(folder, "bad", new CheckSpec.Tcp("db.example.com", 5433, LIMIT, 1));
		assertThat(ScriptRun.of(path, bad.toString()).exitCode()).isEqualTo(1);
	}
}

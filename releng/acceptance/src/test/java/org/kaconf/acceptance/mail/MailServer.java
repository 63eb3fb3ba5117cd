package org.kaconf.acceptance.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.kaconf.acceptance.Patience;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.network.NetworkHost;

/** A mail server on a host, which keeps what it is told to the byte: no library stands between a daemon's words and the test. */
final class MailServer implements AutoCloseable {
	/** How it is with those who connect. */
	enum Manner {
		TAKES,
		/** Wants to have nothing to do with any recipient. */
		REFUSES,
		/** Never says a word. */
		SILENT
	}

	private final Manner manner;
	private final ServerSocket listener;
	private final List<Socket> connections = new ArrayList<>();
	private final List<Letter> letters = new ArrayList<>();

	MailServer(NetworkHost host, int port, Manner manner) throws IOException {
		this.manner = manner;
		CompletableFuture<ServerSocket> bound = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("mail server on " + host.name()).start(() -> listen(host, port, bound));
		try {
			listener = bound.get();
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}

	private void listen(NetworkHost host, int port, CompletableFuture<ServerSocket> bound) {
		try {
			ThreadIdentity.enterNetworkNamespace(host.namespace());
			ServerSocket socket = new ServerSocket();
			socket.bind(new InetSocketAddress(port));
			bound.complete(socket);
			while (true) {
				Socket connection = socket.accept();
				synchronized (connections) {
					connections.add(connection);
				}
				if (manner != Manner.SILENT) {
					Thread.ofPlatform().daemon().name("mail connection").start(() -> converse(connection));
				}
			}
		} catch (IOException e) {
			// Closed, or nothing to close; who waits for a letter will say what is missing.
			bound.completeExceptionally(e);
		}
	}

	private void converse(Socket connection) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
			say(connection, "220 here");
			String greeting = null;
			String sender = null;
			List<String> recipients = new ArrayList<>();
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith("EHLO ") || line.startsWith("HELO ")) {
					greeting = line.substring(5);
					say(connection, "250 hello");
				} else if (line.startsWith("MAIL FROM:")) {
					sender = line.substring(10);
					say(connection, "250 fine");
				} else if (line.startsWith("RCPT TO:")) {
					recipients.add(line.substring(8));
					say(connection, manner == Manner.REFUSES ? "550 nobody of this name" : "250 fine");
				} else if (line.equals("DATA")) {
					say(connection, "354 go on");
					Letter letter = Letter.of(greeting, sender, recipients, text(in));
					synchronized (letters) {
						letters.add(letter);
					}
					say(connection, "250 taken");
				} else {
					say(connection, line.equals("QUIT") ? "221 bye" : "250 as you like");
				}
			}
		} catch (IOException gone) {
			// The sender has hung up, or the test is over.
		}
	}

	private static List<String> text(BufferedReader in) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			lines.add(line);
		}
		return lines;
	}

	private static void say(Socket connection, String line) throws IOException {
		connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	/** All letters so far, in the order in which they came. */
	List<Letter> letters() {
		synchronized (letters) {
			return List.copyOf(letters);
		}
	}

	/** Waits until there are so many letters. */
	void await(int count, Duration limit) throws IOException, TimeoutException {
		try {
			Patience.await(count + " mails", limit, () -> letters().size() >= count);
		} catch (TimeoutException e) {
			throw new TimeoutException(e.getMessage() + "; there are " + letters().stream().map(Letter::subject).toList());
		}
	}

	int connections() {
		synchronized (connections) {
			return connections.size();
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
		synchronized (connections) {
			for (Socket connection : connections) {
				connection.close();
			}
		}
	}
}

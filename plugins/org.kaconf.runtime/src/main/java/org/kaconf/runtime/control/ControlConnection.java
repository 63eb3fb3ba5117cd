package org.kaconf.runtime.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A client's end of a control socket. Waits for no daemon longer than it is told to: one that is stopped by a signal accepts, and is silent. */
final class ControlConnection implements AutoCloseable {
	private final Path path;
	private final SocketChannel channel;
	private final Selector selector;
	private final ByteBuffer input = ByteBuffer.allocate(1 << 16).limit(0);

	/** @throws IOException with a one-line message that says what to do */
	ControlConnection(Path path) throws IOException {
		this.path = path;
		if (!Files.exists(path)) {
			throw new IOException("no daemon at " + path + "; start one with kaconf run, or name its socket with --control");
		}
		channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.configureBlocking(false);
		selector = Selector.open();
		try {
			channel.connect(UnixDomainSocketAddress.of(path));
		} catch (IOException e) {
			close();
			boolean denied = !Files.isWritable(path);
			throw new IOException(denied ? "the daemon at " + path + " answers its own user only; use the same user or root"
					: "no daemon answers at " + path + " any more; start it with kaconf run", e);
		}
		channel.register(selector, SelectionKey.OP_READ);
	}

	/** A request is short: the kernel's buffer holds it. */
	void send(String line) throws IOException {
		channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	/** @param limit {@code null} to wait for as long as it takes. @return {@code null} when the daemon hung up */
	String readLine(Duration limit) throws IOException {
		long end = limit == null ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		while (true) {
			while (input.hasRemaining()) {
				byte next = input.get();
				if (next == '\n') {
					return line.toString(StandardCharsets.UTF_8);
				}
				line.write(next);
			}
			if (!fill(end)) {
				return null;
			}
		}
	}

	private boolean fill(long end) throws IOException {
		long left = end == Long.MAX_VALUE ? 0 : Math.max(1, (end - System.nanoTime()) / 1_000_000);
		selector.select(left);
		selector.selectedKeys().clear();
		input.clear();
		int count = channel.read(input);
		input.flip();
		if (count == 0 && end != Long.MAX_VALUE && System.nanoTime() >= end) {
			throw new IOException("the daemon at " + path + " does not answer; look whether it is stopped or hangs");
		}
		return count >= 0;
	}

	@Override
	public void close() throws IOException {
		selector.close();
		channel.close();
	}
}

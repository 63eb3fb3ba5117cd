package org.kaconf.runtime.live;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.network.NetworkHost;

/** Who answers on the network. */
final class Neighbour {
	/** Where nobody listens. */
	private static final int PORT = 9;
	private static final int LIMIT_MILLIS = 1500;

	private Neighbour() {
	}

	/** Whether packets that a host sends to an address are answered: by saying that nobody listens, for nobody does. */
	static boolean answers(NetworkHost from, IpAddress address) throws IOException {
		InetAddress target = address.toInetAddress();
		if (address.isLinkLocal()) {
			target = Inet6Address.getByAddress(null, address.bytes(), Integer.parseInt(from.run("cat", "/sys/class/net/eth0/ifindex").strip()));
		}
		InetSocketAddress socketAddress = new InetSocketAddress(target, PORT);
		CompletableFuture<Boolean> answer = new CompletableFuture<>();
		Thread.ofPlatform().daemon().start(() -> {
			try (Socket socket = new Socket()) {
				ThreadIdentity.enterNetworkNamespace(from.namespace());
				socket.connect(socketAddress, LIMIT_MILLIS);
				answer.complete(true);
			} catch (SocketTimeoutException silence) {
				answer.complete(false);
			} catch (ConnectException refused) {
				answer.complete(refused.getMessage().contains("refused"));
			} catch (IOException e) {
				answer.completeExceptionally(e);
			}
		});
		try {
			return answer.get();
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}
}

package org.kaconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kaconf.runtime.linux.Account;

/**
 * A network of its own: one namespace with a bridge as the switch, and one namespace for each host, joined to the switch by its {@code eth0}.
 * The names hold this process's id, so that networks of several processes do not meet and what a killed process left behind is found and
 * removed by the next. Closing it ends every process inside and removes all of it.
 */
public final class NamespaceNetwork implements AutoCloseable {
	private static final String PREFIX = "kaconf";
	private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-\\d+-.*");
	private static final Path NAMESPACES = Path.of("/run/netns");
	private static final AtomicInteger SERIAL = new AtomicInteger();
	private static final String BRIDGE = "br0";

	private final String prefix;
	private final String switchNamespace;
	private final List<NetworkHost> hosts = new ArrayList<>();
	private final Thread atExit = new Thread(this::removeAll, "remove network");

	private NamespaceNetwork() {
		prefix = PREFIX + ProcessHandle.current().pid() + "-" + SERIAL.incrementAndGet() + "-";
		switchNamespace = prefix + "switch";
	}

	/** Why no network can be made here; empty when one can. One line that says what to do. */
	public static Optional<String> obstacle() {
		if (Account.currentUser() != 0) {
			return Optional.of("network namespaces need root; run as root, for example with sudo");
		}
		try {
			String probe = PREFIX + ProcessHandle.current().pid() + "-" + SERIAL.incrementAndGet() + "-probe";
			IpCommand.run("netns", "add", probe);
			IpCommand.run("netns", "del", probe);
			return Optional.empty();
		} catch (IOException e) {
			return Optional.of("network namespaces cannot be made here: " + e.getMessage());
		}
	}

	/** Makes the switch, after removing networks whose makers are gone. */
	public static NamespaceNetwork create() throws IOException {
		removeLeftovers();
		NamespaceNetwork network = new NamespaceNetwork();
		Runtime.getRuntime().addShutdownHook(network.atExit);
		try {
			IpCommand.run("netns", "add", network.switchNamespace);
			IpCommand.run("-n", network.switchNamespace, "link", "add", BRIDGE, "type", "bridge", "mcast_snooping", "0", "stp_state", "0", "forward_delay", "0");
			IpCommand.run("-n", network.switchNamespace, "link", "set", BRIDGE, "up");
			return network;
		} catch (IOException e) {
			network.close();
			throw e;
		}
	}

	/**
	 * Adds a host with its loopback and {@code eth0} up.
	 *
	 * @param address with prefix length, such as {@code 10.0.0.1/24}
	 */
	public NetworkHost addHost(String name, String address) throws IOException {
		int number = hosts.size() + 1;
		String hardwareAddress = "02:00:00:00:00:%02x".formatted(number);
		NetworkHost host = new NetworkHost(name, prefix + name, hardwareAddress, switchNamespace, "port" + number);
		IpCommand.run("netns", "add", host.namespace());
		hosts.add(host);
		IpCommand.run("link", "add", "eth0", "address", hardwareAddress, "netns", host.namespace(), "type", "veth", "peer", "name", host.port(), "netns", switchNamespace);
		// Without these the interface is not usable for a second or two, until duplicate addresses are ruled out.
		host.write("/proc/sys/net/ipv6/conf/eth0/accept_dad", "0");
		host.write("/proc/sys/net/ipv6/conf/eth0/dad_transmits", "0");
		IpCommand.run("-n", switchNamespace, "link", "set", host.port(), "master", BRIDGE, "up");
		IpCommand.run("-n", host.namespace(), "address", "add", address, "dev", "eth0");
		IpCommand.run("-n", host.namespace(), "link", "set", "lo", "up");
		IpCommand.run("-n", host.namespace(), "link", "set", "eth0", "up");
		return host;
	}

	/** Starts to watch what the switch sees: all broadcast and multicast frames. Close it before the network. */
	public PacketCapture capture() throws IOException {
		return PacketCapture.start(switchNamespace, BRIDGE, false);
	}

	/** Starts to watch all that goes to and comes from a host. Close it before the network. */
	public PacketCapture capture(NetworkHost host) throws IOException {
		return PacketCapture.start(switchNamespace, host.port(), false);
	}

	/** Starts to watch what a host sends, whatever hardware address it uses. Close it before the network. */
	public PacketCapture captureSentBy(NetworkHost host) throws IOException {
		return PacketCapture.start(switchNamespace, host.port(), true);
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(atExit);
		} catch (IllegalStateException shuttingDown) {
			// The hook does the work.
			return;
		}
		removeAll();
	}

	private void removeAll() {
		for (NetworkHost host : hosts) {
			remove(host.namespace());
		}
		remove(switchNamespace);
	}

	private static void remove(String namespace) {
		if (!Files.exists(NAMESPACES.resolve(namespace))) {
			return;
		}
		try {
			// Whatever runs in there was started by this network's user: daemons that let go of their parents too.
			for (String pid : IpCommand.run("netns", "pids", namespace).split("\\s+")) {
				if (!pid.isEmpty()) {
					ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
				}
			}
			IpCommand.run("netns", "del", namespace);
		} catch (IOException e) {
			System.err.println("cannot remove network namespace " + namespace + ": " + e.getMessage());
		}
	}

	private static void removeLeftovers() throws IOException {
		if (!Files.isDirectory(NAMESPACES)) {
			return;
		}
		try (var namespaces = Files.list(NAMESPACES)) {
			for (Path namespace : (Iterable<Path>) namespaces::iterator) {
				Matcher name = NAME.matcher(namespace.getFileName().toString());
				if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
					remove(namespace.getFileName().toString());
				}
			}
		}
	}
}

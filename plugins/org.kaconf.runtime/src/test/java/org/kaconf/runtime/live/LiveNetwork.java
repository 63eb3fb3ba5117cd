package org.kaconf.runtime.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.Script;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;
import org.kaconf.runtime.network.RealTime;
import org.kaconf.runtime.network.Standstills;

/** Two hosts, 10.9.0.1 and 10.9.0.2, that share 10.9.0.100, and what runs on them. */
final class LiveNetwork implements AutoCloseable {
	static final int VRID = 51;
	static final IpAddress ADDRESS_A = IpAddress.of("10.9.0.1");
	static final IpAddress ADDRESS_B = IpAddress.of("10.9.0.2");
	/** Made by the kernel of the hardware addresses. */
	static final IpAddress LINK_LOCAL_A = IpAddress.of("fe80::ff:fe00:1");
	static final IpAddress LINK_LOCAL_B = IpAddress.of("fe80::ff:fe00:2");
	static final IpAddress VIRTUAL = IpAddress.of("10.9.0.100");
	static final String VIRTUAL_PREFIX = VIRTUAL + "/24";
	/** Far more than anything takes, on a machine that is busy with other things. */
	static final Duration LIMIT = Duration.ofSeconds(20);

	private final NamespaceNetwork network;
	private final Path folder;
	final NetworkHost a;
	final NetworkHost b;
	final PacketCapture capture;
	final Standstills standstills = new Standstills();

	LiveNetwork(Path folder) throws IOException {
		this.folder = folder;
		network = NamespaceNetwork.create();
		try {
			a = network.addHost("a", ADDRESS_A + "/24");
			b = network.addHost("b", ADDRESS_B + "/24");
			capture = network.capture();
		} catch (IOException e) {
			standstills.close();
			network.close();
			throw e;
		}
	}

	/** All that goes to and comes from a host; to be closed by the caller. */
	PacketCapture captureAll(NetworkHost host) throws IOException {
		return network.capture(host);
	}

	/** An instance on eth0 with the virtual address; everything else is keepalived's default. */
	static InstanceBuilder instance(int priority) {
		return Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(VRID).priority(priority).virtualAddresses(List.of(VirtualAddress.of(VIRTUAL_PREFIX)));
	}

	/** The same in version 3, ten adverts a second. */
	static InstanceBuilder fast(int priority) {
		return instance(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100));
	}

	static Node node(NetworkHost host, Instance instance, Script... scripts) {
		return node(host, Globals.DEFAULT, instance, scripts);
	}

	/** Everything but how the kernel treats the process is keepalived's default. */
	static Globals globals(ProcessSettings process) {
		Globals g = Globals.DEFAULT;
		return new Globals(g.routerId(), g.scriptSecurity(), g.scriptUser(), g.scriptGroup(), g.mail(), g.networkNamespace(), g.notifyFifo(), g.vrrpFifo(), g.fifoStatesOnReload(), g.startupDelay(),
				g.startupScript(), g.shutdownScript(), g.logUnknownVrids(), g.interfaces(), g.receiveBuffers(), g.firewall(), process, null);
	}

	static Node node(NetworkHost host, Globals globals, Instance instance, Script... scripts) {
		return new Node(host.name(), List.of(), globals, List.of(scripts), List.of(instance), List.of(), null);
	}

	/** Starts Kaconf on a host, as an own process. */
	HostProcess kaconf(NetworkHost host, Instance instance, Script... scripts) throws IOException {
		return kaconf(host, node(host, instance, scripts));
	}

	HostProcess kaconf(NetworkHost host, Node node, String... moreOptions) throws IOException {
		List<String> words = command(host, node);
		words.addAll(List.of(moreOptions));
		return start(host, words);
	}

	/** @param before words in front of the command, such as of env */
	HostProcess kaconfAfter(List<String> before, NetworkHost host, Node node, String... moreOptions) throws IOException {
		List<String> words = new ArrayList<>(before);
		words.addAll(command(host, node));
		words.addAll(List.of(moreOptions));
		return start(host, words);
	}

	/** With the daemon's classes from another place. */
	HostProcess kaconfFrom(String classPath, NetworkHost host, Node node) throws IOException {
		List<String> words = command(host, node);
		words.set(words.indexOf("-cp") + 1, classPath);
		return start(host, words);
	}

	/** Writes the configuration that a host's daemon reads. */
	Path write(NetworkHost host, Node node) throws IOException {
		return Files.writeString(folder.resolve(host.name() + ".json"), NodeJson.write(node));
	}

	private List<String> command(NetworkHost host, Node node) throws IOException {
		Path file = write(host, node);
		return new ArrayList<>(RuntimeCommand.of("-nlD", "-f", file.toString(), "--control", socket(host).toString()));
	}

	private static HostProcess start(NetworkHost host, List<String> words) throws IOException {
		return HostProcess.start(host, RealTime.command(words), line -> {
		});
	}

	Path socket(NetworkHost host) {
		return folder.resolve(host.name() + ".sock");
	}

	NodeStatus status(NetworkHost host) throws IOException {
		return new ControlClient(socket(host)).status();
	}

	/** Starts the real keepalived on a host. @param text its configuration */
	KeepalivedProcess keepalived(NetworkHost host, String text) throws IOException {
		return KeepalivedProcess.start(host, folder, text, RealTime::command);
	}

	/** Whether a host holds the virtual address. */
	static boolean holdsVirtual(NetworkHost host) throws IOException {
		return host.hasAddress(VIRTUAL_PREFIX);
	}

	static void awaitMaster(HostProcess process, int from) throws TimeoutException {
		process.await("(VI_1) Entering MASTER STATE", from, LIMIT);
	}

	static void awaitBackup(HostProcess process, int from) throws TimeoutException {
		process.await("(VI_1) Entering BACKUP STATE", from, LIMIT);
	}

	/** A check on a condition until it holds. */
	interface Condition {
		boolean holds() throws IOException;
	}

	/** Waits for something that announces itself nowhere. */
	static void await(String what, Condition condition) throws IOException, TimeoutException {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() > end) {
				throw new TimeoutException("not within " + LIMIT + ": " + what);
			}
			// A look costs a process; the machine has other things to do, too.
			LockSupport.parkNanos(20_000_000);
		}
	}

	@Override
	public void close() {
		standstills.close();
		capture.close();
		network.close();
	}
}

package org.kaconf.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kaconf.model.Cluster;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;

/**
 * The acceptance scenario, live: both nodes of the example in network namespaces, with Kaconf's runtime and real nginx on each, three web
 * servers behind and a client. nginx is stopped and started on the preferred node, then the node crashes. Closing it removes all of it.
 */
public final class LiveDemo implements AutoCloseable {
	private static final List<String> WEB_SERVERS = List.of("172.29.88.231/24", "172.29.88.232/24", "172.29.88.233/24");
	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Narrator narrator;
	private final String virtualAddress;
	private final String virtualPrefix;
	private final String script;
	private final NamespaceNetwork network;
	private final NginxServer webServers;
	private final NetworkHost client;
	private final RunningNode preferred;
	private final RunningNode standby;

	/**
	 * @param cluster two nodes that share one virtual router
	 * @param generated where the files of the nodes were generated, in place
	 * @param nginxFolder of the example
	 */
	public LiveDemo(Cluster cluster, Path generated, Path nginxFolder, PrintWriter out) throws IOException {
		narrator = new Narrator(out);
		List<Node> nodes = new ArrayList<>(cluster.nodes());
		nodes.sort(Comparator.comparingInt((Node node) -> node.instances().get(0).priority()).reversed());
		Instance instance = nodes.get(0).instances().get(0);
		virtualPrefix = instance.virtualAddresses().get(0).prefix().toString();
		virtualAddress = instance.virtualAddresses().get(0).address().toString();
		script = instance.trackedScripts().get(0).script();
		network = NamespaceNetwork.create();
		try {
			client = network.addHost("client", "172.29.88.230/24");
			for (String address : WEB_SERVERS) {
				client.run("ip", "address", "add", address, "dev", "eth0");
			}
			webServers = new NginxServer(client, generated.resolve("web-servers"), nginxFolder.resolve("web.conf"));
			preferred = node(nodes.get(0), generated, nginxFolder);
			standby = node(nodes.get(1), generated, nginxFolder);
		} catch (IOException e) {
			network.close();
			throw e;
		}
	}

	private RunningNode node(Node node, Path generated, Path nginxFolder) throws IOException {
		NetworkHost host = network.addHost(node.name(), node.addresses().get(0).prefix().toString());
		Path folder = generated.resolve(node.name());
		return new RunningNode(host, new NginxServer(host, folder.resolve("nginx"), nginxFolder.resolve("front.conf")), folder, narrator);
	}

	/** @throws DemoFailure when something does not happen as it must */
	public void play() throws IOException, InterruptedException, DemoFailure {
		narrator.step("Both nodes start: " + preferred.name() + " has the higher priority");
		webServers.start();
		preferred.nginx().start();
		standby.nginx().start();
		awaitPageAtNode(preferred);
		awaitPageAtNode(standby);
		preferred.start();
		standby.start();
		preferred.awaitLog(0, "Entering MASTER STATE");
		serves(preferred, standby);

		narrator.step("nginx is stopped on " + preferred.name() + ": " + script + " fails, the weight lowers its priority");
		int standbyMark = standby.mark();
		int preferredMark = preferred.mark();
		preferred.nginx().stop();
		preferred.awaitLog(preferredMark, "Entering BACKUP STATE");
		standby.awaitLog(standbyMark, "Entering MASTER STATE");
		serves(standby, preferred);

		narrator.step("nginx is started again on " + preferred.name() + ": it takes the address back");
		standbyMark = standby.mark();
		preferredMark = preferred.mark();
		preferred.nginx().start();
		preferred.awaitLog(preferredMark, "Entering MASTER STATE");
		standby.awaitLog(standbyMark, "Entering BACKUP STATE");
		serves(preferred, standby);

		narrator.step(preferred.name() + " loses its network: nobody hears it any more");
		standbyMark = standby.mark();
		preferred.host().setCable(false);
		standby.awaitLog(standbyMark, "Entering MASTER STATE");
		awaitPage(standby);

		narrator.step("All stops in good order");
		preferred.stop();
		standby.stop();
		awaitAddress(standby, false);
		narrator.fact(virtualPrefix + " is removed from both nodes");
	}

	/** The address and the page have moved to one node and away from the other. */
	private void serves(RunningNode master, RunningNode backup) throws IOException, InterruptedException, DemoFailure {
		awaitAddress(master, true);
		awaitAddress(backup, false);
		narrator.fact(virtualPrefix + " is on eth0 of " + master.name() + ", and not on " + backup.name());
		awaitPage(master);
	}

	private void awaitAddress(RunningNode node, boolean present) throws IOException, InterruptedException, DemoFailure {
		if (!Poll.until(LIMIT, () -> node.host().hasAddress(virtualPrefix) == present)) {
			throw new DemoFailure(virtualPrefix + (present ? " did not appear on " : " did not go away from ") + node.name());
		}
	}

	private void awaitPage(RunningNode master) throws IOException, InterruptedException, DemoFailure {
		if (!Poll.until(LIMIT, () -> page(client, virtualAddress).contains("X-Front-End: " + master.name()))) {
			throw new DemoFailure("the page at " + virtualAddress + " is not answered by " + master.name());
		}
		narrator.fact("the client gets the page at http://" + virtualAddress + "/ from " + master.name());
	}

	private void awaitPageAtNode(RunningNode node) throws IOException, InterruptedException, DemoFailure {
		if (!Poll.until(LIMIT, () -> page(node.host(), "127.0.0.1").contains(" 200 "))) {
			throw new DemoFailure("nginx on " + node.name() + " does not answer");
		}
	}

	/** Status line, headers and body; empty when nothing answers. */
	private static String page(NetworkHost from, String address) throws InterruptedException {
		try {
			return from.run("curl", "-s", "-i", "--max-time", "2", "http://" + address + "/");
		} catch (IOException noAnswer) {
			return "";
		}
	}

	@Override
	public void close() {
		preferred.close();
		standby.close();
		webServers.close();
		network.close();
	}
}

package org.kaconf.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.kaconf.acceptance.ScenarioHost.Kind;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;
import org.kaconf.runtime.network.Standstills;

/** The network of examples/nginx-ha: two front ends, three web servers, a client. */
final class Scenario implements AutoCloseable {
	static final IpAddress ADDRESS_1 = IpAddress.of("172.29.88.224");
	static final IpAddress ADDRESS_2 = IpAddress.of("172.29.88.225");
	static final IpAddress VIRTUAL = IpAddress.of("172.29.88.222");
	static final String VIRTUAL_PREFIX = "172.29.88.222/24";
	static final int VRID = 51;
	private static final String[] WEB_SERVERS = {"172.29.88.231/24", "172.29.88.232/24", "172.29.88.233/24"};

	private final NamespaceNetwork network;
	private final NetworkHost client;
	final PacketCapture capture;
	final Standstills standstills = new Standstills();
	final ScenarioHost nginx01;
	final ScenarioHost nginx02;

	/**
	 * @param generated where the example's files are
	 * @param folder for what runs to write to
	 */
	Scenario(Kind first, Kind second, Path generated, Path folder) throws IOException, TimeoutException {
		network = NamespaceNetwork.create();
		try {
			client = network.addHost("client", "172.29.88.230/24");
			for (String address : WEB_SERVERS) {
				client.run("ip", "address", "add", address, "dev", "eth0");
			}
			new FrontEnd(client, folder.resolve("web"), example("nginx/web.conf")).start();
			nginx01 = host(first, "nginx01", ADDRESS_1, generated, folder);
			nginx02 = host(second, "nginx02", ADDRESS_2, generated, folder);
			capture = network.capture();
		} catch (IOException | TimeoutException e) {
			standstills.close();
			network.close();
			throw e;
		}
	}

	private ScenarioHost host(Kind kind, String name, IpAddress address, Path generated, Path folder) throws IOException {
		NetworkHost host = network.addHost(name, address + "/24");
		FrontEnd nginx = new FrontEnd(host, folder.resolve(name), example("nginx/front.conf"));
		return new ScenarioHost(kind, host, nginx, generated.resolve(name), folder);
	}

	/** A file of examples/nginx-ha. */
	static Path example(String file) {
		return Path.of(System.getProperty("kaconf.root"), "examples", "nginx-ha").resolve(file);
	}

	/** Generates the files of a cluster, with scripts where they are generated. */
	static void generate(Path cluster, Path folder) throws IOException, GeneratorException {
		Files.createDirectories(folder);
		new OutputFolder(folder).write(Generator.generate(Kaconf.create().analyse(cluster, LoadOptions.DEFAULT), new GeneratorOptions(true, folder)));
	}

	/** Waits until the client gets the page at the virtual address from a front end. */
	void awaitPageFrom(ScenarioHost frontEnd) throws IOException, TimeoutException {
		ScenarioHost.await("the page at " + VIRTUAL + " from " + frontEnd.host().name(), () -> page(client, VIRTUAL.toString()).contains("X-Front-End: " + frontEnd.host().name()));
	}

	/** Waits until nginx answers on its own host. */
	void awaitPageAt(ScenarioHost frontEnd) throws IOException, TimeoutException {
		ScenarioHost.await("nginx on " + frontEnd.host().name(), () -> page(frontEnd.host(), "127.0.0.1").startsWith("HTTP/1.1 200"));
	}

	/** Waits until one host holds the virtual address and the other does not. */
	static void awaitAddress(ScenarioHost holder, ScenarioHost other) throws IOException, TimeoutException {
		ScenarioHost.await("the virtual address on " + holder.host().name() + " alone", () -> holder.holds(VIRTUAL_PREFIX) && !other.holds(VIRTUAL_PREFIX));
	}

	private static String page(NetworkHost from, String address) {
		try {
			return from.run("curl", "-s", "-i", "--max-time", "2", "http://" + address + "/");
		} catch (IOException noAnswer) {
			return "";
		}
	}

	@Override
	public void close() {
		standstills.close();
		capture.close();
		network.close();
	}
}

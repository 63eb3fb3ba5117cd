package org.kaconf.runtime.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A host of a {@link NamespaceNetwork}. */
public final class NetworkHost {
	private final String name;
	private final String namespace;
	private final String hardwareAddress;
	private final String switchNamespace;
	private final String port;

	NetworkHost(String name, String namespace, String hardwareAddress, String switchNamespace, String port) {
		this.name = name;
		this.namespace = namespace;
		this.hardwareAddress = hardwareAddress;
		this.switchNamespace = switchNamespace;
		this.port = port;
	}

	public String name() {
		return name;
	}

	/** The name of its network namespace, as {@code ip netns exec} takes it. */
	public String namespace() {
		return namespace;
	}

	/** Of its {@code eth0}, such as {@code 02:00:00:00:00:01}. */
	public String hardwareAddress() {
		return hardwareAddress;
	}

	String port() {
		return port;
	}

	/** A command line that runs a program in here. */
	public List<String> command(List<String> words) {
		List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
		command.addAll(words);
		return command;
	}

	/** Runs a program in here to its end. @return its output; a failure is an exception */
	public String run(String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of("netns", "exec", namespace));
		command.addAll(List.of(words));
		return IpCommand.run(command.toArray(String[]::new));
	}

	/** Pulls or plugs the cable, at the switch's end: the host keeps its addresses and sees the carrier go or come. */
	public void setCable(boolean plugged) throws IOException {
		IpCommand.run("-n", switchNamespace, "link", "set", port, plugged ? "up" : "down");
	}

	/** Whether {@code eth0} has an address; with its prefix length, such as {@code 10.0.0.100/24} or {@code fe80::100/64}. */
	public boolean hasAddress(String address) throws IOException {
		String family = address.contains(":") ? " inet6 " : " inet ";
		return IpCommand.run("-n", namespace, "-o", "address", "show", "dev", "eth0").contains(family + address + " ");
	}

	void write(String file, String text) throws IOException {
		Process process = new ProcessBuilder(command(List.of("tee", file))).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		try (OutputStream out = process.getOutputStream()) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		try {
			if (process.waitFor() != 0) {
				throw new IOException("cannot write " + file + " in " + namespace);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}
}

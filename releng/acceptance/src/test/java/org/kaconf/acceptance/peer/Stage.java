package org.kaconf.acceptance.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.kaconf.acceptance.Patience;
import org.kaconf.model.Instance;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;

/** A network on which a scene is played once. The hosts are 10.9.0.1, 10.9.0.2 and so on. */
final class Stage implements AutoCloseable {
	private final Scene scene;
	private final List<Instance> instances;
	private final NamespaceNetwork network;
	private final Map<String, Member> members = new LinkedHashMap<>();
	private final Map<String, PacketCapture> captures = new LinkedHashMap<>();
	private Map<String, String> masters = Map.of();

	/** @param cast what runs each host, by name */
	Stage(Scene scene, Map<String, Implementation> cast, Path folder) throws IOException {
		this.scene = scene;
		instances = scene.instances(folder);
		network = NamespaceNetwork.create();
		try {
			for (String name : scene.hosts()) {
				NetworkHost host = network.addHost(name, "10.9.0." + (members.size() + 1) + "/24");
				members.put(name, new Member(host, cast.get(name), scene.configuration(), folder));
				captures.put(name, network.captureSentBy(host));
			}
		} catch (IOException e) {
			close();
			throw e;
		}
	}

	/** Plays all steps, each until it has come to what it should, and ends all daemons, so that everything they said has been read. */
	void play() throws IOException, TimeoutException {
		for (Step step : scene.steps()) {
			try {
				play(step);
			} catch (TimeoutException | IOException e) {
				StringBuilder logs = new StringBuilder();
				members.values().forEach(member -> logs.append("\n\n").append(member).append(":\n").append(String.join("\n", member.log())));
				throw new IOException("scene " + scene + ", step \"" + step + "\" with " + members.values() + ": " + e.getMessage() + logs, e);
			}
		}
		// Masters last, or others would take over.
		List<Member> running = new ArrayList<>(members.values().stream().filter(Member::isRunning).toList());
		running.sort(Comparator.comparing(member -> masters.containsValue(member.host().name())));
		for (Member member : running) {
			member.crash();
		}
	}

	private void play(Step step) throws IOException, TimeoutException {
		long start = System.nanoTime();
		Member member = members.get(step.host());
		step.perform(member);
		Map<String, String> before = masters;
		masters = new LinkedHashMap<>();
		for (Instance instance : instances) {
			if (step.starts()) {
				member.process().await("(" + instance.name() + ") Entering ", 0, Member.LIMIT);
			}
			String master = step.masterOf(instance.name());
			masters.put(instance.name(), master);
			Patience.await("the addresses of " + instance.name() + " on " + master + " alone", Member.LIMIT, () -> areOnlyOn(master, instance));
			PacketCapture sent = captures.get(master);
			if (!master.equals(before.get(instance.name())) || step.starts() && step.host().equals(master)) {
				for (VirtualAddress address : instance.virtualAddresses()) {
					sent.await(Sent.BURST, f -> Sent.announces(f, address.address()) && f.nanos() > start, Member.LIMIT);
				}
			}
		}
		long settled = System.nanoTime();
		for (Instance instance : instances) {
			captures.get(masters.get(instance.name())).await(1, f -> Sent.isAdvert(f, instance) && f.priority() > 0 && f.nanos() > settled, Member.LIMIT);
		}
	}

	/** A daemon that is gone may have left addresses behind. */
	private boolean areOnlyOn(String master, Instance instance) throws IOException {
		for (Member member : members.values()) {
			boolean isMaster = member.host().name().equals(master);
			if (!isMaster && !member.isRunning()) {
				continue;
			}
			String shown = member.host().run("ip", "-o", "address");
			for (VirtualAddress address : instance.virtualAddresses()) {
				if (shown.contains(" " + address.prefix() + " ") != isMaster) {
					return false;
				}
			}
		}
		return true;
	}

	Member member(String name) {
		return members.get(name);
	}

	/** What a host sent and the states it went through, a line each. */
	String performance(String name) {
		List<Frame> captured = captures.get(name).frames(f -> true);
		List<String> log = members.get(name).log();
		List<String> lines = new ArrayList<>();
		for (Instance instance : instances) {
			lines.add(Sent.of(captured, instance).toString());
			String states = "(" + instance.name() + ") Entering ";
			log.stream().filter(line -> line.contains(states)).map(line -> line.substring(line.indexOf(states))).forEach(lines::add);
		}
		return String.join("\n", lines);
	}

	@Override
	public void close() {
		captures.values().forEach(PacketCapture::close);
		network.close();
	}
}

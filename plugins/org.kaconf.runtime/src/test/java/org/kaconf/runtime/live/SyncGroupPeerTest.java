package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/**
 * A sync group of two instances, each on an interface of its own: the link of one goes down on the node of the higher priority and comes back, and both move
 * both times. Once Kaconf is that node and keepalived the other, once the other way round; both say the same in the same places.
 */
@LiveTest
class SyncGroupPeerTest {
	private static final Pattern MOVE = Pattern.compile("\\(VI_\\d\\) Entering \\w+ STATE|VRRP_Group\\(G\\).*");

	@TempDir
	Path folder;

	/** Starts the group on a host. */
	private interface Daemon {
		HostProcess start(LiveNetwork network, NetworkHost host, int priority) throws Exception;
	}

	/** What the two nodes said, sorted within each stage: which member is first is a matter of microseconds. */
	private record Told(List<List<String>> higher, List<List<String>> lower) {
	}

	private static HostProcess kaconf(LiveNetwork network, NetworkHost host, int priority) throws Exception {
		List<Instance> members = List.of(member("VI_1", "eth0", 51, "10.9.0.100/24", priority), member("VI_2", "eth1", 52, "10.9.1.100/24", priority));
		return network.kaconf(host, new Node(host.name(), List.of(), Globals.DEFAULT, List.of(), members, List.of(new SyncGroup("G", List.of("VI_1", "VI_2"), Notify.NONE, null)), null));
	}

	private static Instance member(String name, String interfaceName, int vrid, String address, int priority) {
		return Instance.builder(name).interfaceName(interfaceName).virtualRouterId(vrid).priority(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100))
				.virtualAddresses(List.of(VirtualAddress.of(address))).syncGroup("G").build();
	}

	private static HostProcess keepalived(LiveNetwork network, NetworkHost host, int priority) throws Exception {
		return network.keepalived(host, "vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n}\n" + block("VI_1", "eth0", 51, "10.9.0.100/24", priority)
				+ block("VI_2", "eth1", 52, "10.9.1.100/24", priority)).process();
	}

	private static String block(String name, String interfaceName, int vrid, String address, int priority) {
		return "vrrp_instance " + name + " {\n interface " + interfaceName + "\n virtual_router_id " + vrid + "\n priority " + priority
				+ "\n version 3\n advert_int 0.1\n virtual_ipaddress {\n " + address + "\n }\n}\n";
	}

	private Told run(Daemon high, Daemon low) throws Exception {
		try (LiveNetwork network = new LiveNetwork(folder)) {
			secondInterface(network.a, 1);
			secondInterface(network.b, 2);
			HostProcess higher = high.start(network, network.a, 101);
			await(higher, 0, "MASTER");
			HostProcess lower = low.start(network, network.b, 100);
			await(lower, 0, "BACKUP");
			int start = higher.position();
			int other = lower.position();
			network.a.run("ip", "link", "set", "eth1", "down");
			await(higher, start, "FAULT");
			await(lower, other, "MASTER");
			LiveNetwork.await("both addresses on b", () -> held(network.b) == 2);
			int back = higher.position();
			int otherBack = lower.position();
			network.a.run("ip", "link", "set", "eth1", "up");
			await(higher, back, "MASTER");
			await(lower, otherBack, "BACKUP");
			LiveNetwork.await("both addresses on a alone", () -> held(network.a) == 2 && held(network.b) == 0);
			Told told = new Told(List.of(moves(higher, start, back), moves(higher, back, higher.position())),
					List.of(moves(lower, other, otherBack), moves(lower, otherBack, lower.position())));
			for (HostProcess process : List.of(higher, lower)) {
				process.terminate();
				process.awaitEnd(LIMIT);
			}
			return told;
		}
	}

	/** On top of eth0: the two are on one segment, and each goes down without the other. */
	private static void secondInterface(NetworkHost host, int number) throws Exception {
		host.run("ip", "link", "add", "link", "eth0", "name", "eth1", "type", "macvlan", "mode", "bridge");
		host.run("ip", "address", "add", "10.9.1." + number + "/24", "dev", "eth1");
		host.run("ip", "link", "set", "eth1", "up");
	}

	/** How many of the two virtual addresses a host holds. */
	private static long held(NetworkHost host) throws IOException {
		return host.run("ip", "-o", "address").lines().filter(line -> line.contains(".100/24 ")).count();
	}

	private static void await(HostProcess process, int from, String state) throws Exception {
		process.await("(VI_1) Entering " + state + " STATE", from, LIMIT);
		process.await("(VI_2) Entering " + state + " STATE", from, LIMIT);
		if (from > 0) {
			process.await("VRRP_Group(G) Syncing instances to " + state + " state", from, LIMIT);
		}
	}

	private static List<String> moves(HostProcess process, int from, int to) {
		List<String> moves = new ArrayList<>();
		for (HostProcess.Line line : process.lines().subList(from, to)) {
			Matcher move = MOVE.matcher(line.text());
			if (move.find()) {
				moves.add(move.group().strip());
			}
		}
		return moves.stream().sorted().toList();
	}

	@Test
	void bothMembersMoveAndBothDaemonsSayTheSame() throws Exception {
		Told kaconfHigher = run(SyncGroupPeerTest::kaconf, SyncGroupPeerTest::keepalived);
		Told keepalivedHigher = run(SyncGroupPeerTest::keepalived, SyncGroupPeerTest::kaconf);
		assertThat(kaconfHigher.higher()).as("the node whose link goes down").isEqualTo(keepalivedHigher.higher());
		assertThat(keepalivedHigher.lower()).as("the other node").isEqualTo(kaconfHigher.lower());
		assertThat(kaconfHigher.higher().getFirst()).containsExactly("(VI_1) Entering FAULT STATE", "(VI_2) Entering FAULT STATE",
				"VRRP_Group(G) Syncing instances to FAULT state");
	}
}

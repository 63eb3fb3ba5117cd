package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_B;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;

/** Virtual routers with a hardware address of their own: use_vmac. */
@LiveTest
class VmacTest extends OnLiveNetwork {
	private static final String VMAC = "00:00:5e:00:01:33";
	private static final String VMAC_IPV6 = "00:00:5e:00:02:33";
	private static final List<String> SETTINGS = List.of("arp_ignore", "arp_filter", "accept_local", "rp_filter", "promote_secondaries");

	private static InstanceBuilder vmac(int priority, Vmac vmac) {
		return fast(priority).vmac(vmac);
	}

	private static String keepalived(int priority, String vmac, String address) {
		return """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority %d
					version 3
					advert_int 0.1
					%s
					virtual_ipaddress {
						%s
					}
				}
				""".formatted(priority, vmac, address);
	}

	/** What ip(8) shows of an interface, without numbers that differ from host to host. */
	private static String shown(NetworkHost host, String name) throws Exception {
		String link = host.run("ip", "-d", "link", "show", "dev", name).replaceFirst("^\\d+: ", "");
		String addresses = host.run("ip", "-o", "address", "show", "dev", name).replaceAll("(?m)^\\d+: ", "").replaceAll(" +", " ");
		TreeMap<String, String> settings = new TreeMap<>();
		for (String setting : SETTINGS) {
			for (String on : List.of(name, "eth0", "all", "default")) {
				settings.put(on + "." + setting, host.run("cat", "/proc/sys/net/ipv4/conf/" + on + "/" + setting).strip());
			}
		}
		settings.put("disable_ipv6", host.run("cat", "/proc/sys/net/ipv6/conf/" + name + "/disable_ipv6").strip());
		return link + addresses + settings;
	}

	@Test
	void isTheInterfaceThatKeepalivedMakes() throws Exception {
		for (NetworkHost host : List.of(network.a, network.b)) {
			host.run("sysctl", "-qw", "net.ipv4.conf.all.rp_filter=1");
		}
		String before = network.b.run("sysctl", "-a", "-r", "net.ipv4.conf");
		KeepalivedProcess keepalived = network.keepalived(network.a, keepalived(101, "use_vmac", LiveNetwork.VIRTUAL_PREFIX));
		awaitMaster(keepalived.process(), 0);
		Frame theirs = network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_A), LIMIT).getFirst();
		Frame theirArp = network.capture.await(1, f -> f.announces(VIRTUAL), LIMIT).getFirst();
		String expected = shown(network.a, "vrrp.51");
		keepalived.crash();
		HostProcess kaconf = network.kaconf(network.b, vmac(101, Vmac.DEFAULT).build());
		awaitMaster(kaconf, 0);
		Frame ours = network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_B), LIMIT).getFirst();
		Frame ourArp = network.capture.await(1, f -> f.announces(VIRTUAL) && f.nanos() > ours.nanos(), LIMIT).getFirst();
		assertThat(shown(network.b, "vrrp.51")).isEqualTo(expected);
		assertThat(PacketFields.header(ours)).isEqualTo(PacketFields.header(theirs));
		assertThat(ours.hardwareSource()).isEqualTo(theirs.hardwareSource()).isEqualTo(VMAC);
		assertThat(ourArp.bytes()).isEqualTo(theirArp.bytes());
		kaconf.terminate();
		assertThat(kaconf.awaitEnd(LIMIT)).isZero();
		assertThat(network.b.run("ip", "-o", "link")).doesNotContain("vrrp");
		assertThat(network.b.run("sysctl", "-a", "-r", "net.ipv4.conf")).isEqualTo(before);
	}

	@Test
	void overIpv6SendsFromTheAddressOfItsBase() throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, keepalived(101, "use_vmac", "fe80::100/64"));
		awaitMaster(keepalived.process(), 0);
		Frame theirs = network.capture.await(1, f -> f.isAdvert(VRID, LiveNetwork.LINK_LOCAL_A), LIMIT).getFirst();
		LiveNetwork.await("keepalived's address", () -> network.a.run("ip", "-o", "address", "show", "dev", "vrrp.51").contains("fe80::100/64"));
		String expected = shown(network.a, "vrrp.51").replace("fe80::ff:fe00:1", "BASE");
		keepalived.crash();
		HostProcess kaconf = network.kaconf(network.b, vmac(101, Vmac.DEFAULT).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6)
				.virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"))).build());
		awaitMaster(kaconf, 0);
		Frame ours = network.capture.await(1, f -> f.isAdvert(VRID, LiveNetwork.LINK_LOCAL_B), LIMIT).getFirst();
		LiveNetwork.await("our address", () -> network.b.run("ip", "-o", "address", "show", "dev", "vrrp.51").contains("fe80::100/64"));
		assertThat(shown(network.b, "vrrp.51").replace("fe80::ff:fe00:2", "BASE")).isEqualTo(expected);
		assertThat(PacketFields.header(ours)).isEqualTo(PacketFields.header(theirs));
		assertThat(ours.hardwareSource()).isEqualTo(theirs.hardwareSource()).isEqualTo(VMAC_IPV6);
		Frame announcement = network.capture.await(1, f -> f.announces(IpAddress.of("fe80::100")) && f.nanos() > ours.nanos(), LIMIT).getFirst();
		assertThat(announcement.hardwareSource()).isEqualTo(VMAC_IPV6);
	}

	@Test
	void hearsAKeepalivedWithTheSameHardwareAddress() throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, keepalived(101, "use_vmac", LiveNetwork.VIRTUAL_PREFIX));
		awaitMaster(keepalived.process(), 0);
		HostProcess kaconf = network.kaconf(network.b, vmac(100, Vmac.DEFAULT).build());
		awaitBackup(kaconf, 0);
		LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 101);
		int from = kaconf.position();
		keepalived.process().terminate();
		awaitMaster(kaconf, from);
		keepalived.process().awaitEnd(LIMIT);
		KeepalivedProcess lower = network.keepalived(network.a, keepalived(99, "use_vmac", LiveNetwork.VIRTUAL_PREFIX));
		awaitBackup(lower.process(), 0);
		int farewell = lower.process().position();
		kaconf.terminate();
		lower.process().await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
	}

	@Test
	void advertsMayLeaveThroughTheBase() throws Exception {
		Vmac named = new Vmac("web", "02:aa:bb:cc:dd:ee", true);
		HostProcess kaconf = network.kaconf(network.b, vmac(100, named).build());
		awaitMaster(kaconf, 0);
		Frame advert = network.capture.await(1, f -> f.isAdvert(VRID, ADDRESS_B), LIMIT).getFirst();
		assertThat(advert.hardwareSource()).isEqualTo(network.b.hardwareAddress());
		Frame arp = network.capture.await(1, f -> f.announces(VIRTUAL), LIMIT).getFirst();
		assertThat(arp.hardwareSource()).isEqualTo("02:aa:bb:cc:dd:ee");
		assertThat(network.b.run("ip", "-o", "address", "show", "dev", "web")).contains(LiveNetwork.VIRTUAL_PREFIX);
	}

	@Test
	void oneLeftByAKilledDaemonIsMadeAnew() throws Exception {
		HostProcess killed = network.kaconf(network.b, vmac(100, Vmac.DEFAULT).build());
		awaitMaster(killed, 0);
		LiveNetwork.await("the address", () -> network.b.run("ip", "-o", "address", "show", "dev", "vrrp.51").contains(VIRTUAL.toString()));
		killed.kill();
		killed.awaitEnd(LIMIT);
		assertThat(network.b.run("ip", "-o", "link")).contains("vrrp.51");
		HostProcess again = network.kaconf(network.b, vmac(100, Vmac.DEFAULT).build());
		again.await("(VI_1) removing vrrp.51, left behind by a daemon that was killed", 0, LIMIT);
		awaitMaster(again, 0);
		assertThat(again.lines()).as("what the kernel tells of the one that was there does not count for the new one").noneMatch(line -> line.text().contains("cannot make"));
		again.terminate();
		again.awaitEnd(LIMIT);
		assertThat(network.b.run("ip", "-o", "link")).doesNotContain("vrrp");
	}

	@Test
	void comesBackWithItsBase() throws Exception {
		addPair();
		HostProcess b = network.kaconf(network.b, vmac(100, Vmac.DEFAULT).interfaceName("v0").build());
		awaitMaster(b, 0);
		int from = b.position();
		network.b.run("ip", "link", "del", "v0");
		b.await("(VI_1) Entering FAULT STATE", from, LIMIT);
		int back = b.position();
		addPair();
		awaitMaster(b, back);
		LiveNetwork.await("the address", () -> network.b.run("ip", "-o", "address", "show", "dev", "vrrp.51").contains(VIRTUAL.toString()));
		assertThat(network.b.run("ip", "link", "show", "dev", "vrrp.51")).contains(VMAC);
		assertThat(network.b.run("cat", "/proc/sys/net/ipv4/conf/v0/arp_ignore").strip()).isEqualTo("1");
	}

	private void addPair() throws Exception {
		network.b.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
		network.b.run("ip", "link", "set", "v1", "up");
		network.b.run("ip", "address", "add", "10.9.0.77/24", "dev", "v0");
		network.b.run("ip", "link", "set", "v0", "up");
	}

	@Test
	void aNameThatSomethingElseHasIsRefused() throws Exception {
		HostProcess b = network.kaconf(network.b, vmac(100, new Vmac("lo", null, false)).build());
		assertThat(b.awaitEnd(LIMIT)).isEqualTo(ExitCode.INTERFACE.number());
		assertThat(b.lines()).anyMatch(line -> line.text().contains("there is an interface lo already that is no macvlan; choose another name"));
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;

/** Virtual addresses with all that may be said of them, as ip(8) shows those that keepalived has set. */
@LiveTest
class AddressesTest extends OnLiveNetwork {
	private static final AddressOptions NONE = AddressOptions.DEFAULT;

	private static VirtualAddress address(String prefix, String device, String scope, String label, String broadcast, String peer, AddressOptions options) {
		return new VirtualAddress(IpPrefix.of(prefix), device, scope, label, broadcast, peer == null ? null : IpPrefix.of(peer), options, null);
	}

	private static AddressOptions options(boolean home, boolean duplicateDetection, boolean noPrefixRoute, Long preferredLifetime) {
		return new AddressOptions(home, duplicateDetection, false, noPrefixRoute, false, preferredLifetime, false, true, null);
	}

	private static String keepalived(String addresses, String excluded) {
		return """
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					version 3
					advert_int 0.1
					virtual_ipaddress {
						%s
					}
					virtual_ipaddress_excluded {
						%s
					}
				}
				""".formatted(addresses, excluded);
	}

	/** Addresses and the routes that the kernel makes of them, without the remaining lifetimes. */
	private static String shown(NetworkHost host) throws IOException {
		return (host.run("ip", "-o", "address") + host.run("ip", "route", "show", "table", "all") + host.run("ip", "-6", "route", "show", "table", "all"))
				.replaceAll("(preferred_lft|expires) [1-9]\\d*sec", "$1 some").lines().sorted().reduce("", (all, line) -> all + line + "\n");
	}

	private void assertSame(String text, Instance ours, String last) throws Exception {
		network.a.run("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1");
		network.a.run("ip", "link", "set", "v1", "up", "addrgenmode", "none");
		network.a.run("ip", "link", "set", "v0", "up", "addrgenmode", "none");
		String before = shown(network.a);
		KeepalivedProcess keepalived = network.keepalived(network.a, text);
		awaitMaster(keepalived.process(), 0);
		LiveNetwork.await("keepalived's addresses", () -> network.a.run("ip", "-o", "address").contains(last));
		String expected = shown(network.a);
		keepalived.process().terminate();
		keepalived.process().awaitEnd(LIMIT);
		if (network.a.hasAddress("10.9.4.1 peer 10.9.4.2/32")) {
			// keepalived 2.2.7 leaves addresses with a peer behind.
			network.a.run("ip", "address", "del", "10.9.4.1", "peer", "10.9.4.2", "dev", "eth0");
		}
		assertThat(shown(network.a)).isEqualTo(before);
		HostProcess kaconf = network.kaconf(network.a, ours);
		awaitMaster(kaconf, 0);
		LiveNetwork.await("our addresses", () -> network.a.run("ip", "-o", "address").contains(last));
		assertThat(shown(network.a)).isEqualTo(expected);
		kaconf.terminate();
		assertThat(kaconf.awaitEnd(LIMIT)).isZero();
		assertThat(shown(network.a)).isEqualTo(before);
		assertThat(kaconf.lines()).noneMatch(line -> line.text().contains("cannot"));
	}

	@Test
	void ofIpv4AreSetAsByKeepalived() throws Exception {
		String addresses = """
				10.9.0.100/24
				10.9.1.1/24 label eth0:web scope link broadcast +
				10.9.2.1/24 broadcast -
				10.9.3.1/24 brd 10.9.3.254
				10.9.4.1 peer 10.9.4.2
				10.9.5.1/24 dev v0 noprefixroute
				10.9.6.1""";
		String excluded = """
				10.9.7.1/32 dev v0
				2001:db8::1
				2001:db8::2/64 dev v0""";
		InstanceBuilder ours = fast(100).virtualAddresses(List.of(VirtualAddress.of("10.9.0.100/24"), address("10.9.1.1/24", null, "link", "eth0:web", "+", null, NONE),
				address("10.9.2.1/24", null, null, null, "-", null, NONE), address("10.9.3.1/24", null, null, null, "10.9.3.254", null, NONE),
				address("10.9.4.1/32", null, null, null, null, "10.9.4.2", NONE), address("10.9.5.1/24", "v0", null, null, null, null, options(false, false, true, null)),
				VirtualAddress.of("10.9.6.1/32")))
				.excludedAddresses(List.of(address("10.9.7.1/32", "v0", null, null, null, null, NONE), VirtualAddress.of("2001:db8::1/128"),
						address("2001:db8::2/64", "v0", null, null, null, null, NONE)));
		assertSame(keepalived(addresses, excluded), ours.build(), "2001:db8::2/64");
	}

	@Test
	void ofIpv6AreSetAsByKeepalived() throws Exception {
		String addresses = """
				fe80::100/64
				2001:db8::1/64
				2001:db8::2
				2001:db8::3/64 preferred_lft 300
				2001:db8::4/128 preferred_lft forever
				2001:db8::5/64 home
				2001:db8:5::6/64 noprefixroute""";
		InstanceBuilder ours = fast(100).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6).virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"),
				VirtualAddress.of("2001:db8::1/64"), VirtualAddress.of("2001:db8::2/128"), address("2001:db8::3/64", null, null, null, null, null, options(false, false, false, 300L)),
				address("2001:db8::4/128", null, null, null, null, null, options(false, false, false, AddressOptions.FOREVER)),
				address("2001:db8::5/64", null, null, null, null, null, options(true, false, false, null)),
				address("2001:db8:5::6/64", null, null, null, null, null, options(false, false, true, null))))
				.excludedAddresses(List.of(address("10.9.7.1/24", "v0", null, null, null, null, NONE)));
		assertSame(keepalived(addresses, "10.9.7.1/24 dev v0"), ours.build(), "10.9.7.1/24");
	}

	/** Where detection is wanted, the address is announced all the same. */
	@Test
	void mayBeCheckedForADuplicate() throws Exception {
		network.a.run("sysctl", "-qw", "net.ipv6.conf.eth0.accept_dad=1", "net.ipv6.conf.eth0.dad_transmits=1");
		HostProcess kaconf = network.kaconf(network.a, fast(100).excludedAddresses(List.of(address("2001:db8::7/64", null, null, null, null, null, options(false, true, false, null)))).build());
		awaitMaster(kaconf, 0);
		network.capture.await(1, frame -> frame.announces(IpAddress.of("2001:db8::7")), LIMIT);
		LiveNetwork.await("the address", () -> network.a.run("ip", "-o", "address").contains("2001:db8::7/64"));
		assertThat(network.a.run("ip", "-o", "address", "show", "dev", "eth0")).doesNotContain("nodad");
	}
}

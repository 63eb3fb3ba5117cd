package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InterfaceOptions;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;

/** How the segment is told of addresses, and what becomes of addresses of one subnet. */
@LiveTest
class AnnouncementsTest extends OnLiveNetwork {
	private static final List<String> ADDRESSES = List.of("10.9.0.100", "10.9.0.101", "2001:db8::100", "2001:db8::101");
	private static final long INTERVAL_NANOS = 200_000_000L;

	private static boolean announcesAny(Frame frame, NetworkHost host) {
		return frame.hardwareSource().equals(host.hardwareAddress()) && ADDRESSES.stream().anyMatch(address -> frame.announces(IpAddress.of(address)));
	}

	private List<String> announced(NetworkHost host, int count) throws Exception {
		List<Frame> frames = network.capture.await(count, frame -> announcesAny(frame, host), LIMIT);
		return frames.stream().map(frame -> ADDRESSES.stream().filter(address -> frame.announces(IpAddress.of(address))).findFirst().orElseThrow()).toList();
	}

	@Test
	void pausesAreThoseOfKeepalived() throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, """
				global_defs {
					vrrp_garp_interval 0.2
					vrrp_gna_interval 0.2
				}
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					version 3
					advert_int 0.1
					garp_master_delay 0
					garp_master_repeat 3
					virtual_ipaddress {
						10.9.0.100/24
						10.9.0.101/24
					}
					virtual_ipaddress_excluded {
						2001:db8::100/64
						2001:db8::101/64
					}
				}
				""");
		awaitMaster(keepalived.process(), 0);
		List<String> theirs = announced(network.a, 6);
		keepalived.process().terminate();
		keepalived.process().awaitEnd(LIMIT);
		assertThat(network.capture.frames(frame -> announcesAny(frame, network.a))).as("as many as keepalived sends").hasSize(6);
		GratuitousArp paced = new GratuitousArp(Duration.ZERO, 3, Duration.ZERO, 1, Duration.ZERO, 5, Duration.ofNanos(INTERVAL_NANOS), Duration.ofNanos(INTERVAL_NANOS), 0,
				Duration.ZERO, false);
		HostProcess kaconf = network.kaconf(network.b, fast(100).garp(paced).virtualAddresses(List.of(VirtualAddress.of("10.9.0.100/24"), VirtualAddress.of("10.9.0.101/24")))
				.excludedAddresses(List.of(VirtualAddress.of("2001:db8::100/64"), VirtualAddress.of("2001:db8::101/64"))).build());
		awaitMaster(kaconf, 0);
		assertThat(announced(network.b, 6)).containsExactlyInAnyOrderElementsOf(theirs);
		List<Frame> arps = network.capture.frames(frame -> announcesAny(frame, network.b) && frame.announces(IpAddress.of("10.9.0.101"))
				|| frame.hardwareSource().equals(network.b.hardwareAddress()) && frame.announces(IpAddress.of("10.9.0.100")));
		for (int i = 1; i < arps.size(); i++) {
			// The first of two may have been late.
			assertThat(arps.get(i).nanos() - arps.get(i - 1).nanos()).isGreaterThan(INTERVAL_NANOS / 2);
		}
	}

	@Test
	void theOtherAddressesOfASubnetStayWhenItsFirstGoes() throws Exception {
		String setting = "/proc/sys/net/ipv4/conf/eth0/promote_secondaries";
		InterfaceOptions promote = new InterfaceOptions(null, true, false, false, true, null);
		network.a.run("ip", "address", "add", "10.9.5.1/24", "dev", "eth0");
		HostProcess kaconf = network.kaconf(network.a, fast(100).interfaceOptions(promote).excludedAddresses(List.of(VirtualAddress.of("10.9.5.100/24"))).build());
		awaitMaster(kaconf, 0);
		LiveNetwork.await("the address", () -> network.a.hasAddress("10.9.5.100/24"));
		assertThat(network.a.run("cat", setting).strip()).isEqualTo("1");
		network.a.run("ip", "address", "del", "10.9.5.1/24", "dev", "eth0");
		assertThat(network.a.hasAddress("10.9.5.100/24")).isTrue();
		kaconf.terminate();
		kaconf.awaitEnd(LIMIT);
		assertThat(network.a.run("cat", setting).strip()).isEqualTo("0");
	}

	@Test
	void aNeighbourSaysWhetherItForwards() throws Exception {
		network.a.run("sysctl", "-qw", "net.ipv6.conf.eth0.forwarding=1");
		HostProcess kaconf = network.kaconf(network.a, fast(100).excludedAddresses(List.of(VirtualAddress.of("2001:db8::100/64"))).build());
		awaitMaster(kaconf, 0);
		Frame advertisement = network.capture.await(1, frame -> frame.announces(IpAddress.of("2001:db8::100")), LIMIT).getFirst();
		assertThat(advertisement.ipPayload()[4] & 0xff).as("router and override").isEqualTo(0xa0);
	}

	@Test
	void aVmacThatSendsNoAdvertsIsHeardAgainAndAgain() throws Exception {
		GratuitousArp extra = new GratuitousArp(Duration.ZERO, 1, Duration.ZERO, 1, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO, 0, Duration.ofSeconds(1), false);
		AddressOptions vmac = new AddressOptions(false, false, false, false, false, null, true, true, null);
		VirtualAddress onVmac = new VirtualAddress(IpPrefix.of("2001:db8::100/64"), null, null, null, null, null, vmac, null);
		HostProcess kaconf = network.kaconf(network.a, fast(100).garp(extra).excludedAddresses(List.of(onVmac)).build());
		awaitMaster(kaconf, 0);
		List<Frame> frames = network.capture.await(4, frame -> frame.announces(IpAddress.of("2001:db8::100")), LIMIT);
		assertThat(frames).allSatisfy(frame -> assertThat(frame.hardwareSource()).isEqualTo("00:00:5e:00:02:33"));
		assertThat(frames.get(3).nanos() - frames.get(1).nanos()).isGreaterThan(1_500_000_000L);
		assertThat(network.standstills.awakeBetween(frames.get(1), frames.get(3))).isLessThan(3_500_000_000L);
		assertThat(network.capture.frames(frame -> frame.announces(LiveNetwork.VIRTUAL))).hasSize(1);
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_B;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.LINK_LOCAL_A;
import static org.kaconf.runtime.live.LiveNetwork.LINK_LOCAL_B;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;
import static org.kaconf.runtime.live.LiveNetwork.fast;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.UnicastOptions;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.PacketCapture;

/** The ways that adverts go: to peers, to groups, over both families, side by side on one interface. */
@LiveTest
class ChannelsTest extends OnLiveNetwork {
	/** How adverts go to a peer. */
	enum Peering {
		IPV4_WITH_A_TTL("unicast_ttl 7", ADDRESS_A, ADDRESS_B, LiveNetwork.VIRTUAL_PREFIX, 7),
		IPV4("", ADDRESS_A, ADDRESS_B, LiveNetwork.VIRTUAL_PREFIX, null),
		IPV6("", LINK_LOCAL_A, LINK_LOCAL_B, "fe80::100/64", null),
		IPV6_WITH_A_TTL("unicast_ttl 9", LINK_LOCAL_A, LINK_LOCAL_B, "fe80::100/64", 9);

		private final String statement;
		private final IpAddress a;
		private final IpAddress b;
		private final String virtual;
		private final Integer ttl;

		Peering(String statement, IpAddress a, IpAddress b, String virtual, Integer ttl) {
			this.statement = statement;
			this.a = a;
			this.b = b;
			this.virtual = virtual;
			this.ttl = ttl;
		}

		/** On a, with b as its peer. */
		String keepalived(int priority) {
			return """
					vrrp_instance VI_1 {
						interface eth0
						virtual_router_id 51
						priority %d
						version 3
						advert_int 0.1
						%s
						unicast_src_ip %s
						unicast_peer {
							%s
						}
						virtual_ipaddress {
							%s
						}
					}
					""".formatted(priority, statement, a, b, virtual);
		}

		/** On b, with a as its peer. */
		Instance kaconf(int priority) {
			return fast(priority).family(a.family()).multicastGroup(a.family() == Family.IPV4 ? Instance.MULTICAST_IPV4 : Instance.MULTICAST_IPV6).sourceAddress(b)
					.unicastPeers(List.of(new UnicastPeer(a, null, null, null))).unicastOptions(new UnicastOptions(ttl, false, false, UnicastOptions.Checksum.AUTOMATIC))
					.virtualAddresses(List.of(VirtualAddress.of(virtual))).build();
		}
	}

	@ParameterizedTest
	@EnumSource
	void toAPeerPacketsAreThoseOfKeepalived(Peering peering) throws Exception {
		try (PacketCapture all = network.captureAll(network.a)) {
			KeepalivedProcess keepalived = network.keepalived(network.a, peering.keepalived(101));
			HostProcess kaconf = network.kaconf(network.b, peering.kaconf(100));
			awaitMaster(keepalived.process(), 0);
			awaitBackup(kaconf, 0);
			LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 101);
			Frame theirs = all.await(1, f -> f.isAdvert(VRID, peering.a), LIMIT).getFirst();
			int from = kaconf.position();
			keepalived.process().terminate();
			keepalived.process().awaitEnd(LIMIT);
			kaconf.await("(VI_1) Backup received priority 0 advertisement", from, LIMIT);
			awaitMaster(kaconf, from);
			KeepalivedProcess again = network.keepalived(network.a, peering.keepalived(99));
			awaitBackup(again.process(), 0);
			Frame ours = all.await(1, f -> f.isAdvert(VRID, peering.b), LIMIT).getFirst();
			assertThat(withoutHosts(ours)).isEqualTo(withoutHosts(theirs));
			assertThat(PacketFields.header(ours).get("TTL")).isEqualTo(PacketFields.header(theirs).get("TTL"));
			int farewell = again.process().position();
			kaconf.terminate();
			again.process().await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
			assertThat(network.capture.frames(Frame::isVrrp)).as("multicast").isEmpty();
		}
	}

	private static String withoutHosts(Frame frame) {
		var fields = PacketFields.header(frame);
		fields.keySet().removeAll(List.of("Ethernet destination", "destination", "identification"));
		return fields.toString();
	}

	@Test
	void toAPeerAdvertsMayBeAuthenticated() throws Exception {
		String text = Peering.IPV4.keepalived(101).replace("version 3", "version 2").replace("advert_int 0.1", "advert_int 1\nauthentication {\nauth_type AH\nauth_pass s3cret\n}");
		KeepalivedProcess keepalived = network.keepalived(network.a, text);
		Instance instance = InstanceBuilder.from(Peering.IPV4.kaconf(100)).version(VrrpVersion.V2).advertInterval(Duration.ofSeconds(1))
				.authentication(new Authentication(Authentication.Type.AH, "s3cret")).build();
		HostProcess kaconf = network.kaconf(network.b, instance);
		awaitMaster(keepalived.process(), 0);
		LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 101);
		int from = kaconf.position();
		keepalived.crash();
		awaitMaster(kaconf, from);
		KeepalivedProcess again = network.keepalived(network.a, text.replace("priority 101", "priority 99"));
		awaitBackup(again.process(), 0);
		int farewell = again.process().position();
		kaconf.terminate();
		again.process().await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
	}

	/** One id, four virtual routers: two groups, two families and a peer. */
	@Test
	void theSameIdMayBeUsedOnOtherChannelsOfAnInterface() throws Exception {
		IpAddress otherGroup = IpAddress.of("224.0.0.99");
		InstanceBuilder other = fast(100).name("VI_2").multicastGroup(otherGroup).virtualAddresses(List.of(VirtualAddress.of("10.9.0.102/24")));
		InstanceBuilder ipv6 = fast(100).name("VI_3").family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6).virtualAddresses(List.of(VirtualAddress.of("fe80::103/64")));
		InstanceBuilder peer = fast(100).name("VI_4").sourceAddress(ADDRESS_B).unicastPeers(List.of(new UnicastPeer(ADDRESS_A, null, null, null)))
				.virtualAddresses(List.of(VirtualAddress.of("10.9.0.104/24")));
		Node node = new Node("b", List.of(), Globals.DEFAULT, List.of(), List.of(fast(100).build(), other.build(), ipv6.build(), peer.build()), List.of(), null);
		KeepalivedProcess keepalived = network.keepalived(network.a, """
				vrrp_instance VI_2 {
					interface eth0
					virtual_router_id 51
					priority 101
					version 3
					advert_int 0.1
					mcast_dst_ip 224.0.0.99
					virtual_ipaddress {
						10.9.0.102/24
					}
				}
				vrrp_instance VI_4 {
					interface eth0
					virtual_router_id 51
					priority 101
					version 3
					advert_int 0.1
					unicast_src_ip 10.9.0.1
					unicast_peer {
						10.9.0.2
					}
					virtual_ipaddress {
						10.9.0.104/24
					}
				}
				""");
		keepalived.process().await("(VI_4) Entering MASTER STATE", 0, LIMIT);
		HostProcess kaconf = network.kaconf(network.b, node);
		awaitMaster(kaconf, 0);
		kaconf.await("(VI_3) Entering MASTER STATE", 0, LIMIT);
		LiveNetwork.await("two masters are heard", () -> network.status(network.b).instances().stream().filter(i -> i.masterPriority() == 101).count() == 2);
		assertThat(network.status(network.b).instances()).extracting(i -> i.name() + " " + i.state()).containsExactly("VI_1 MASTER", "VI_2 BACKUP", "VI_3 MASTER", "VI_4 BACKUP");
		assertThat(network.status(network.b).instances()).allSatisfy(i -> assertThat(i.counters().dropped()).isEmpty());
	}
}

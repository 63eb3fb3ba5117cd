package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_A;
import static org.kaconf.runtime.live.LiveNetwork.ADDRESS_B;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.VIRTUAL;
import static org.kaconf.runtime.live.LiveNetwork.VRID;
import static org.kaconf.runtime.live.LiveNetwork.awaitBackup;
import static org.kaconf.runtime.live.LiveNetwork.awaitMaster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.vrrp.packet.Decoded;

/** Kaconf on one host, the real keepalived on the other. */
@LiveTest
class KeepalivedPeerTest {
	/** What both nodes speak. */
	enum Dialect {
		VERSION_2_WITH_PASSWORD("""
				version 2
				advert_int 1
				authentication {
					auth_type PASS
					auth_pass s3cret
				}
				""", 1_000_000_000L) {
			@Override
			Instance instance(int priority) {
				return LiveNetwork.instance(priority).authentication(new Authentication(Authentication.Type.PASS, "s3cret")).build();
			}
		},
		VERSION_2_WITH_AUTHENTICATION_HEADER("""
				version 2
				advert_int 1
				authentication {
					auth_type AH
					auth_pass s3cret
				}
				""", 1_000_000_000L) {
			@Override
			Instance instance(int priority) {
				return LiveNetwork.instance(priority).authentication(new Authentication(Authentication.Type.AH, "s3cret")).build();
			}
		},
		VERSION_3_AT_100_MS("""
				version 3
				advert_int 0.1
				""", 100_000_000L) {
			@Override
			Instance instance(int priority) {
				return LiveNetwork.instance(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).build();
			}
		},
		VERSION_3_OVER_IPV6("""
				version 3
				advert_int 0.1
				""", 100_000_000L) {
			@Override
			Instance instance(int priority) {
				return LiveNetwork.instance(priority).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).family(Family.IPV6)
						.multicastGroup(Instance.MULTICAST_IPV6).virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"), VirtualAddress.of("2001:db8::100/64"))).build();
			}

			@Override
			String virtualAddresses() {
				return "fe80::100/64\n2001:db8::100/64";
			}

			@Override
			IpAddress virtual() {
				return IpAddress.of("fe80::100");
			}

			@Override
			IpAddress a() {
				return LiveNetwork.LINK_LOCAL_A;
			}

			@Override
			IpAddress b() {
				return LiveNetwork.LINK_LOCAL_B;
			}
		};

		private final String statements;
		private final long intervalNanos;

		Dialect(String statements, long intervalNanos) {
			this.statements = statements;
			this.intervalNanos = intervalNanos;
		}

		abstract Instance instance(int priority);

		String virtualAddresses() {
			return LiveNetwork.VIRTUAL_PREFIX;
		}

		IpAddress virtual() {
			return VIRTUAL;
		}

		/** Where the hosts send from. */
		IpAddress a() {
			return ADDRESS_A;
		}

		IpAddress b() {
			return ADDRESS_B;
		}

		boolean holdsVirtual(NetworkHost host) throws IOException {
			return host.hasAddress(virtualAddresses().lines().findFirst().orElseThrow());
		}

		String keepalived(int priority) {
			return """
					vrrp_instance VI_1 {
						interface eth0
						virtual_router_id 51
						priority %d
						%s
						virtual_ipaddress {
							%s
						}
					}
					""".formatted(priority, statements, virtualAddresses());
		}

		/** Three intervals and the skew time. */
		long masterDownNanos(int priority) {
			return 3 * intervalNanos + (256 - priority) * intervalNanos / 256;
		}
	}

	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	private Frame lastAdvert(IpAddress source) {
		return network.capture.frames(f -> f.isAdvert(VRID, source)).getLast();
	}

	private void assertTakeover(IpAddress from, IpAddress to, long bound) throws Exception {
		Frame last = lastAdvert(from);
		Frame first = network.capture.await(1, f -> f.isAdvert(VRID, to) && f.nanos() > last.nanos(), LIMIT).getFirst();
		// The bound, and time for a busy machine to run the loop.
		assertThat(first.nanos() - last.nanos()).isGreaterThan(bound - 5_000_000L);
		assertThat(network.standstills.awakeBetween(last, first)).isLessThan(bound + 250_000_000L);
	}

	@ParameterizedTest
	@EnumSource
	void isTheBackupOfKaconf(Dialect dialect) throws Exception {
		HostProcess kaconf = network.kaconf(network.a, dialect.instance(101));
		KeepalivedProcess keepalived = network.keepalived(network.b, dialect.keepalived(100));
		awaitMaster(kaconf, 0);
		network.capture.await(4, f -> f.isAdvert(VRID, dialect.a()), LIMIT);
		awaitBackup(keepalived.process(), 0);
		LiveNetwork.await("the address on a alone", () -> dialect.holdsVirtual(network.a) && !dialect.holdsVirtual(network.b));
		int from = keepalived.process().position();
		kaconf.kill();
		awaitMaster(keepalived.process(), from);
		assertTakeover(dialect.a(), dialect.b(), dialect.masterDownNanos(100));
		// Back again, it takes over; and says goodbye at the end.
		HostProcess again = network.kaconf(network.a, dialect.instance(101));
		awaitMaster(again, 0);
		keepalived.process().await("(VI_1) Master received advert from " + dialect.a() + " with higher priority 101, ours 100", from, LIMIT);
		awaitBackup(keepalived.process(), from);
		int farewell = keepalived.process().position();
		again.terminate();
		keepalived.process().await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
		awaitMaster(keepalived.process(), farewell);
		// Through all of this it never complained about a packet.
		assertThat(keepalived.process().lines()).extracting(HostProcess.Line::text)
				.noneMatch(t -> t.contains("nvalid") || t.contains("mismatch") || t.contains("checksum") || t.contains("expect"));
	}

	@ParameterizedTest
	@EnumSource
	void isTheMasterOfKaconf(Dialect dialect) throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, dialect.keepalived(101));
		HostProcess kaconf = network.kaconf(network.b, dialect.instance(100));
		awaitMaster(keepalived.process(), 0);
		network.capture.await(4, f -> f.isAdvert(VRID, dialect.a()), LIMIT);
		awaitBackup(kaconf, 0);
		LiveNetwork.await("b knows its master", () -> network.status(network.b).instances().getFirst().masterPriority() == 101);
		int from = kaconf.position();
		keepalived.crash();
		awaitMaster(kaconf, from);
		assertTakeover(dialect.a(), dialect.b(), dialect.masterDownNanos(100));
		List<Frame> announcements = network.capture.await(5, f -> f.announces(dialect.virtual()) && f.hardwareSource().equals(network.b.hardwareAddress()), LIMIT);
		assertThat(announcements).hasSize(5);
		KeepalivedProcess again = network.keepalived(network.a, dialect.keepalived(101));
		awaitMaster(again.process(), 0);
		kaconf.await("(VI_1) Master received advert from " + dialect.a() + " with higher priority 101, ours 100", from, LIMIT);
		LiveNetwork.await("the address on a alone", () -> dialect.holdsVirtual(network.a) && !dialect.holdsVirtual(network.b));
		int farewell = kaconf.position();
		again.process().terminate();
		kaconf.await("(VI_1) Backup received priority 0 advertisement", farewell, LIMIT);
		awaitMaster(kaconf, farewell);
		assertThat(network.status(network.b).instances().getFirst().counters().dropped()).isEmpty();
	}

	/** Equal priorities: the two packets may differ in nothing but who sends them, their number and what follows from that. */
	@ParameterizedTest
	@EnumSource
	void sendsTheSamePackets(Dialect dialect) throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, dialect.keepalived(100));
		awaitMaster(keepalived.process(), 0);
		Frame theirs = network.capture.await(1, f -> f.isAdvert(VRID, dialect.a()), LIMIT).getFirst();
		Frame theirAnnouncement = network.capture.await(1, f -> f.announces(dialect.virtual()), LIMIT).getFirst();
		keepalived.crash();
		HostProcess kaconf = network.kaconf(network.b, dialect.instance(100));
		awaitMaster(kaconf, 0);
		Frame ours = network.capture.await(1, f -> f.isAdvert(VRID, dialect.b()), LIMIT).getFirst();
		Frame ourAnnouncement = network.capture.await(1, f -> f.announces(dialect.virtual()) && f.hardwareSource().equals(network.b.hardwareAddress()), LIMIT).getFirst();

		assertThat(PacketFields.header(ours)).isEqualTo(PacketFields.header(theirs)).containsEntry("class of service", 0xc0).containsEntry("TTL", 255);
		assertThat(PacketFields.decode(ours)).isEqualTo(PacketFields.decode(theirs)).isInstanceOf(Decoded.Valid.class);
		assertThat(PacketFields.payloadWithoutChecksum(ours)).isEqualTo(PacketFields.payloadWithoutChecksum(theirs));
		assertThat(PacketFields.announcementWithoutSender(ourAnnouncement)).isEqualTo(PacketFields.announcementWithoutSender(theirAnnouncement));
	}

	@Test
	void isNotHeardWithAnotherPassword() throws Exception {
		KeepalivedProcess keepalived = network.keepalived(network.a, Dialect.VERSION_2_WITH_PASSWORD.keepalived(101).replace("s3cret", "other"));
		HostProcess kaconf = network.kaconf(network.b, Dialect.VERSION_2_WITH_PASSWORD.instance(100));
		kaconf.await("(VI_1) received an invalid passwd!", 0, LIMIT);
		keepalived.process().await("(VI_1) received an invalid passwd!", 0, LIMIT);
		awaitMaster(kaconf, 0);
		assertThat(network.status(network.b).instances().getFirst().state()).isEqualTo("MASTER");
		assertThat(network.status(network.b).instances().getFirst().counters().dropped()).containsKey("authFailures");
		assertThat(kaconf.lines()).noneMatch(line -> line.text().contains("s3cret") || line.text().contains("other"));
		assertThat(network.status(network.b).toString()).doesNotContain("s3cret");
	}
}

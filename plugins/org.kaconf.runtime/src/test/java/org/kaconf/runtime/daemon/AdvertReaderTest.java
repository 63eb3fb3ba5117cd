package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PreparedPacket;
import org.kaconf.vrrp.packet.Reason;

class AdvertReaderTest {
	private static final int HEADER = 20;
	private static final IpAddress SOURCE = IpAddress.of("10.0.0.1");
	private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
	private static final Advertisement ADVERT = new Advertisement(VrrpVersion.V3, 51, 100, 1_000_000_000L, List.of(IpAddress.of("10.0.0.9")), Authentication.NONE);
	private final AdvertReader reader = new AdvertReader(Family.IPV4, new Wrapping(Instance.builder("VI_1").build()));

	private static MemorySegment packet(Advertisement advert, IpAddress source) {
		ByteBuffer bytes = PreparedPacket.of(advert, source, GROUP).next(advert.priority());
		byte[] copy = new byte[bytes.remaining()];
		bytes.get(copy);
		return MemorySegment.ofArray(copy);
	}

	private AdvertReceived read(MemorySegment packet) {
		return reader.read(packet, HEADER, (int) packet.byteSize());
	}

	@Test
	void readsThePacketAndWhereItCameFrom() {
		assertThat(read(packet(ADVERT, SOURCE))).isEqualTo(new AdvertReceived(ADVERT, SOURCE, GROUP, 255));
	}

	@Test
	void readsIpv6WithTheHeaderThatItsSocketMakes() {
		IpAddress source = IpAddress.of("fe80::1");
		Advertisement advert = new Advertisement(VrrpVersion.V3, 51, 100, 1_000_000_000L, List.of(IpAddress.of("fe80::9")), Authentication.NONE);
		AdvertReader ipv6 = new AdvertReader(Family.IPV6, new Wrapping(Instance.builder("VI_1").build()));
		MemorySegment packet = ipv6Packet(advert, source);
		AdvertReceived received = ipv6.read(packet, 40, (int) packet.byteSize());
		assertThat(received).isEqualTo(new AdvertReceived(advert, source, Instance.MULTICAST_IPV6, 255));
		assertThat(ipv6.read(ipv6Packet(advert, source), 40, (int) packet.byteSize())).isSameAs(received);
		MemorySegment fromAnother = ipv6Packet(advert, IpAddress.of("fe80::2"));
		assertThat(ipv6.read(fromAnother, 40, (int) packet.byteSize()).source()).isEqualTo(IpAddress.of("fe80::2"));
	}

	private static MemorySegment ipv6Packet(Advertisement advert, IpAddress source) {
		ByteBuffer payload = PreparedPacket.of(advert, source, Instance.MULTICAST_IPV6).next(advert.priority());
		ByteBuffer packet = ByteBuffer.allocate(40 + payload.remaining());
		packet.put(7, (byte) 255).put(8, source.bytes()).put(24, Instance.MULTICAST_IPV6.bytes()).position(40).put(payload);
		return MemorySegment.ofArray(packet.array());
	}

	@Test
	void doesNotDecodeTheSameAdvertTwice() {
		AdvertReceived first = read(packet(ADVERT, SOURCE));
		assertThat(read(packet(ADVERT, SOURCE))).isSameAs(first);
	}

	@Test
	void noticesEveryDifference() {
		read(packet(ADVERT, SOURCE));
		assertThat(read(packet(ADVERT.withPriority(99), SOURCE)).advertisement().priority()).isEqualTo(99);
		assertThat(read(packet(ADVERT.withPriority(99), IpAddress.of("10.0.0.2"))).source()).isEqualTo(IpAddress.of("10.0.0.2"));
		MemorySegment otherTtl = packet(ADVERT.withPriority(99), IpAddress.of("10.0.0.2"));
		otherTtl.set(JAVA_BYTE, 8, (byte) 254);
		assertThat(read(otherTtl)).isNull();
		assertThat(reader.malformed().reason()).isEqualTo(Reason.IP_TTL_ERROR);
	}

	@Test
	void refusesADamagedCopyOfAGoodAdvert() {
		read(packet(ADVERT, SOURCE));
		MemorySegment damaged = packet(ADVERT, SOURCE);
		damaged.set(JAVA_BYTE, damaged.byteSize() - 1, (byte) 77);
		assertThat(read(damaged)).isNull();
		assertThat(reader.malformed().reason()).isEqualTo(Reason.CHECKSUM_ERROR);
		assertThat(reader.read(packet(ADVERT, SOURCE), HEADER, HEADER + 3)).isNull();
		assertThat(reader.malformed().reason()).isEqualTo(Reason.PACKET_LENGTH_ERROR);
	}

	@Test
	void takesAnyBytes() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		byte[] good = packet(ADVERT, SOURCE).toArray(JAVA_BYTE);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = i % 2 == 0 ? good.clone() : new byte[HEADER + 2 + random.nextInt(60)];
			if (i % 2 == 0) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			} else {
				random.nextBytes(bytes);
			}
			AdvertReceived received = read(MemorySegment.ofArray(bytes));
			assertThat(received != null || reader.malformed() != null).as("seed %d, packet %d", seed, i).isTrue();
		}
	}

	@Test
	void signedPacketsAreCheckedAndTheirRepetitionIsRefused() {
		Authentication secret = new Authentication(Authentication.Type.AH, "s3cret");
		Wrapping wrapping = new Wrapping(Instance.builder("VI_1").authentication(secret).build());
		AdvertReader signed = new AdvertReader(Family.IPV4, wrapping);
		Advertisement advert = new Advertisement(VrrpVersion.V2, 51, 100, 1_000_000_000L, List.of(IpAddress.of("10.0.0.9")),
				new Authentication(Authentication.Type.AH, ""));
		PreparedPacket sender = PreparedPacket.of(advert, Envelope.of(SOURCE, GROUP), new HeaderAuthentication(secret));
		MemorySegment received = MemorySegment.ofArray(new byte[1500]);
		received.copyFrom(MemorySegment.ofBuffer(sender.next(100)));
		int length = sender.next(100).limit();
		AdvertReceived first = signed.read(received, HEADER, length);
		assertThat(first).isEqualTo(new AdvertReceived(advert, SOURCE, GROUP, 255));
		assertThat(signed.read(received, HEADER, length)).isNull();
		assertThat(signed.malformed().reason()).isEqualTo(Reason.AUTH_FAILURE);
		received.copyFrom(MemorySegment.ofBuffer(sender.next(100)));
		assertThat(signed.read(received, HEADER, length)).isSameAs(first);
		// What this node sends comes after what it has heard.
		assertThat(PreparedPacket.of(advert, wrapping.sent(SOURCE, GROUP), wrapping.authentication()).next(100).getInt(HEADER + 8)).isEqualTo(4);
	}

	@Test
	void theOldChecksumOfAPeerIsLearnedAndUsed() {
		IpAddress own = IpAddress.of("10.0.0.2");
		Instance instance = Instance.builder("VI_1").version(VrrpVersion.V3).unicastPeers(List.of(new UnicastPeer(SOURCE, null, null, null))).build();
		Wrapping wrapping = new Wrapping(instance);
		AdvertReader unicast = new AdvertReader(Family.IPV4, wrapping);
		Envelope old = Envelope.of(SOURCE, own).withChecksumFor(GROUP);
		MemorySegment packet = MemorySegment.ofBuffer(PreparedPacket.of(ADVERT, old, null).next(100));
		assertThat(wrapping.sent(own, SOURCE).checksumDestination()).isEqualTo(SOURCE);
		assertThat(unicast.read(packet, HEADER, (int) packet.byteSize())).isEqualTo(new AdvertReceived(ADVERT, SOURCE, own, 255));
		assertThat(wrapping.sent(own, SOURCE).checksumDestination()).isEqualTo(GROUP);
		assertThat(unicast.read(MemorySegment.ofArray(new byte[60]), HEADER, 28)).isNull();
	}
}

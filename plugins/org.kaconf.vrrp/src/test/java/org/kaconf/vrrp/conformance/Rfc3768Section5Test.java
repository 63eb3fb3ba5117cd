package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.PreparedPacket;
import org.kaconf.vrrp.packet.Reason;

/** RFC 3768, 5: the packet. */
class Rfc3768Section5Test {
	private final RouterUnderTest router = RouterUnderTest.backup(VrrpVersion.V2, 100);

	@Test
	@DisplayName("5.2.3: adverts leave with TTL 255, and with another one are discarded")
	void theTtlIs255() {
		assertThat(PreparedPacket.of(router.advert(100), router.address(5), Instance.MULTICAST_IPV4).next(100).get(8) & 0xff).isEqualTo(255);
		assertThat(PacketCodec.decode(router.packet(router.advert(200)), router.envelope().withTtl(254))).isInstanceOf(Malformed.class);
	}

	@Test
	@DisplayName("5.3.2: a packet of another type is discarded")
	void anotherTypeIsDiscarded() {
		ByteBuffer packet = router.packet(router.advert(200)).put(0, (byte) 0x22);
		assertThat(PacketCodec.decode(packet, router.envelope())).isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.reason()).isEqualTo(Reason.INVALID_TYPE));
	}

	@Test
	@DisplayName("5.3.6: a packet with an unknown type of authentication is discarded")
	void anUnknownAuthenticationIsDiscarded() {
		ByteBuffer packet = router.packet(router.advert(200));
		packet.put(4, (byte) 7);
		packet.putShort(6, (short) (packet.getShort(6) - 0x700));
		assertThat(PacketCodec.decode(packet, router.envelope())).isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.reason()).isEqualTo(Reason.INVALID_AUTH_TYPE));
	}

	@Test
	@DisplayName("5.3.7: the interval travels as a byte of seconds")
	void theIntervalIsInSeconds() {
		Advertisement slow = Advertisement.of(RouterUnderTest.instance(VrrpVersion.V2, 100).advertInterval(Duration.ofSeconds(200)).build(), 100);
		ByteBuffer packet = router.packet(slow);
		assertThat(packet.get(5) & 0xff).isEqualTo(200);
		assertThat(PacketCodec.decode(packet, router.envelope())).isEqualTo(new Valid(slow));
	}

	@Test
	@DisplayName("5.3.8: the checksum is that of the VRRP packet alone")
	void theChecksumHasNoPseudoHeader() {
		assertThat(PacketCodec.decode(router.packet(router.advert(200)), Envelope.of(router.address(6), Instance.MULTICAST_IPV4))).isInstanceOf(Valid.class);
	}

	@Test
	@DisplayName("5.3.10: without authentication its data are sent as zero and ignored when received")
	void authenticationDataAreZero() {
		ByteBuffer packet = router.packet(router.advert(200));
		assertThat(packet.getLong(packet.limit() - 8)).isZero();
		packet.put(packet.limit() - 1, (byte) 1);
		packet.putShort(6, (short) (packet.getShort(6) - 1));
		assertThat(PacketCodec.decode(packet, router.envelope())).isEqualTo(new Valid(router.advert(200)));
	}
}

package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.MacAddress;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.PreparedPacket;

/** RFC 9568, 7.2 and 7.3; RFC 3768, 7.2 and 7.3. */
class Rfc9568Section7_2Test {
	@Test
	@DisplayName("7.2: fields, checksum, source, protocol and group are those of the virtual router")
	void theFieldsAreThoseOfTheVirtualRouter() {
		for (VrrpVersion version : VrrpVersion.values()) {
			RouterUnderTest router = RouterUnderTest.backup(version, 100);
			ByteBuffer packet = PreparedPacket.of(router.advert(100), router.address(5), Instance.MULTICAST_IPV4).next(100);
			byte[] addresses = new byte[8];
			packet.get(12, addresses);
			assertThat(addresses).isEqualTo(new byte[] {10, 0, 0, 5, (byte) 224, 0, 0, 18});
			assertThat(packet.get(9)).isEqualTo((byte) 112);
			assertThat(PacketCodec.decode(packet.position(20), router.envelope())).isEqualTo(new Valid(router.advert(100)));
		}
	}

	@Test
	@DisplayName("7.2: over IPv6 they are, too")
	void overIpv6TheyAreToo() {
		RouterUnderTest router = RouterUnderTest.started(RouterUnderTest.ipv6(100));
		assertThat(PacketCodec.decode(router.packet(router.advert(100)), router.envelope())).isEqualTo(new Valid(router.advert(100)));
		assertThat(router.envelope().source()).isEqualTo(IpAddress.of("fe80::5"));
		assertThat(router.envelope().destination()).isEqualTo(IpAddress.of("ff02::12"));
	}

	@Test
	@DisplayName("7.3: the hardware address of a virtual router")
	void theHardwareAddressOfAVirtualRouter() {
		assertThat(MacAddress.virtual(51, Family.IPV4)).hasToString("00:00:5e:00:01:33");
		assertThat(MacAddress.virtual(51, Family.IPV6)).hasToString("00:00:5e:00:02:33");
	}
}

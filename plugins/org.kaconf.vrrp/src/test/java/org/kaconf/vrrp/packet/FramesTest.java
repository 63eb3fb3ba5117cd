package org.kaconf.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;

/** Frames laid out by hand; keepalived 2.2.7 sends the same bytes. */
class FramesTest {
	private static final MacAddress SENDER = MacAddress.of(new byte[] {2, 0, 0, 0, 0, 1});
	private static final IpAddress SOURCE = IpAddress.of("172.29.88.224");

	@Test
	void gratuitousArpIsARequestWithATargetOfAllOnes() {
		assertThat(Bytes.hex(EthernetFrames.gratuitousArp(SENDER, IpAddress.of("172.29.88.222")))).isEqualTo(
				"ffffffffffff" + "020000000001" + "0806" + "0001" + "0800" + "06" + "04" + "0001" + "020000000001" + "ac1d58de" + "ffffffffffff" + "ac1d58de");
	}

	@Test
	void unsolicitedNeighbourAdvertisementGoesFromTheAddressToAllNodes() {
		assertThat(Bytes.hex(EthernetFrames.unsolicitedNeighbourAdvertisement(SENDER, IpAddress.of("2001:db8::1"), false))).isEqualTo(
				"333300000001" + "020000000001" + "86dd" + "60000000" + "0020" + "3a" + "ff" + "20010db8000000000000000000000001"
						+ "ff020000000000000000000000000001" + "8800" + "f92a" + "20000000" + "20010db8000000000000000000000001" + "0201" + "020000000001");
	}

	@Test
	void aRouterSaysSoInItsNeighbourAdvertisement() {
		// The router flag adds 8000 to the sum of the one before.
		assertThat(Bytes.hex(EthernetFrames.unsolicitedNeighbourAdvertisement(SENDER, IpAddress.of("2001:db8::1"), true))).contains("8800" + "792a" + "a0000000");
	}

	@Test
	void ipv4HeaderIsThatOfInternetworkControl() {
		ByteBuffer out = ByteBuffer.allocate(Ipv4Header.BYTES);
		Ipv4Header.write(Envelope.of(SOURCE, Instance.MULTICAST_IPV4), PacketCodec.PROTOCOL, 1, 20, out);
		assertThat(Bytes.hex(out)).isEqualTo("45c0" + "0028" + "0001" + "0000" + "ff70" + "d594" + "ac1d58e0" + "e0000012");
	}

	@Test
	void aPreparedPacketCountsItsIdentificationFromOne() {
		Advertisement advert = new Advertisement(VrrpVersion.V2, 51, 255, 2_000_000_000L, List.of(IpAddress.of("172.29.88.222")),
				new Authentication(Type.PASS, "1111"));
		PreparedPacket packet = PreparedPacket.of(advert, SOURCE, Instance.MULTICAST_IPV4);
		String header = "45c00028%s0000ff70%sac1d58e0e0000012";
		assertThat(Bytes.hex(packet.next(255))).isEqualTo(header.formatted("0001", "d594") + "2133ff010102776aac1d58de3131313100000000");
		assertThat(Bytes.hex(packet.next(0))).isEqualTo(header.formatted("0002", "d593") + "213300010102766bac1d58de3131313100000000");
	}

	@Test
	void identificationSkipsZero() {
		Advertisement advert = new Advertisement(VrrpVersion.V2, 1, 100, 1_000_000_000L, List.of(), Authentication.NONE);
		PreparedPacket packet = PreparedPacket.of(advert, SOURCE, Instance.MULTICAST_IPV4);
		for (int i = 0; i < 0xffff; i++) {
			packet.next(100);
		}
		assertThat(packet.next(100).getShort(4)).isEqualTo((short) 1);
	}

	@Test
	void virtualMacAddressesEndWithTheVirtualRouterId() {
		assertThat(MacAddress.virtual(51, Family.IPV4)).hasToString("00:00:5e:00:01:33");
		assertThat(MacAddress.virtual(255, Family.IPV6)).hasToString("00:00:5e:00:02:ff");
	}
}

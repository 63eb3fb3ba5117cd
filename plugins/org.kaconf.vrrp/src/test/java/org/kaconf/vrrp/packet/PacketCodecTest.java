package org.kaconf.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;

/** Vectors laid out by hand from RFC 3768, 5.1 and RFC 9568, 5.1, and packets that keepalived 2.2.7 sent. */
class PacketCodecTest {
	private static final IpAddress SOURCE = IpAddress.of("172.29.88.224");
	private static final IpAddress GROUP = Instance.MULTICAST_IPV4;
	private static final IpAddress SOURCE6 = IpAddress.of("fe80::4c30:e9ff:fe46:cf03");
	private static final IpAddress GROUP6 = Instance.MULTICAST_IPV6;

	/** Version 2, type 1; VRID 51; priority 101; one address; PASS; 2 s. Sum 2133+6501+0102+ac1d+58de+3131+3131 = 1ee93, folded ee94, inverted 116b. */
	private static final String VERSION_2 = "21 33 65 01 01 02 116b ac1d58de 31313131 00000000";
	private static final Advertisement ADVERT_2 = new Advertisement(VrrpVersion.V2, 51, 101, 2_000_000_000L, List.of(IpAddress.of("172.29.88.222")),
			new Authentication(Type.PASS, "1111"));

	/**
	 * Version 3, type 1; VRID 52; priority 255; two addresses; reserved 0; 10 centiseconds. With the pseudo-header ac1d+58e0+e000+0012+0070+0010 the sum is
	 * 31fc7, folded 1fca, inverted e035.
	 */
	private static final String VERSION_3 = "31 34 ff 02 000a e035 ac1d58df ac1d58dd";
	private static final Advertisement ADVERT_3 = new Advertisement(VrrpVersion.V3, 52, 255, 100_000_000L,
			List.of(IpAddress.of("172.29.88.223"), IpAddress.of("172.29.88.221")), Authentication.NONE);

	private static final String VERSION_3_IPV6 = "31 35 ff 02 0032 8f7d fe80 0000 0000 0000 0000 0000 0000 1234 2001 0db8 0000 0000 0000 0000 0000 0001";
	private static final Advertisement ADVERT_3_IPV6 = new Advertisement(VrrpVersion.V3, 53, 255, 500_000_000L,
			List.of(IpAddress.of("fe80::1234"), IpAddress.of("2001:db8::1")), Authentication.NONE);

	private static final String VERSION_2_IPV6 = "21 36 ff 01 00 01 b072 2001 0db8 0000 0000 0000 0000 0000 0002";
	private static final Advertisement ADVERT_2_IPV6 = new Advertisement(VrrpVersion.V2, 54, 255, 1_000_000_000L, List.of(IpAddress.of("2001:db8::2")),
			Authentication.NONE);

	private static String encode(Advertisement advert, IpAddress source, IpAddress destination) {
		ByteBuffer out = ByteBuffer.allocate(PacketCodec.length(advert, source.family()));
		assertThat(PacketCodec.encode(advert, Envelope.of(source, destination), out)).isEqualTo(out.capacity());
		return Bytes.hex(out);
	}

	private static Decoded decode(String hex) {
		return PacketCodec.decode(Bytes.buffer(hex), SOURCE, GROUP, 255);
	}

	@Test
	void version2CarriesEightBytesOfPasswordInsideTheChecksum() {
		assertThat(encode(ADVERT_2, SOURCE, GROUP)).isEqualTo(VERSION_2.replace(" ", ""));
		assertThat(decode(VERSION_2)).isEqualTo(new Valid(ADVERT_2));
	}

	@Test
	void version2CarriesTheEightBytesWithoutAPasswordToo() {
		Advertisement open = new Advertisement(VrrpVersion.V2, 1, 100, 1_000_000_000L, List.of(), Authentication.NONE);
		// 2101 + 6400 + 0001 = 8502, inverted 7afd.
		assertThat(encode(open, SOURCE, GROUP)).isEqualTo("210164000001" + "7afd" + "0000000000000000");
	}

	@Test
	void version2HasNoPseudoHeader() {
		assertThat(encode(ADVERT_2, IpAddress.of("10.0.0.1"), IpAddress.of("10.0.0.2"))).isEqualTo(encode(ADVERT_2, SOURCE, GROUP));
	}

	@Test
	void version3HasThePseudoHeaderInItsChecksum() {
		assertThat(encode(ADVERT_3, SOURCE, GROUP)).isEqualTo(VERSION_3.replace(" ", ""));
		assertThat(decode(VERSION_3)).isEqualTo(new Valid(ADVERT_3));
		assertThat(PacketCodec.decode(Bytes.buffer(VERSION_3), IpAddress.of("172.29.88.225"), GROUP, 255))
				.isEqualTo(new Malformed(Reason.CHECKSUM_ERROR, 52, "Invalid VRRPv3 checksum"));
	}

	@Test
	void ipv6InBothVersions() {
		assertThat(encode(ADVERT_3_IPV6, SOURCE6, GROUP6)).isEqualTo(VERSION_3_IPV6.replace(" ", ""));
		assertThat(PacketCodec.decode(Bytes.buffer(VERSION_3_IPV6), SOURCE6, GROUP6, 255)).isEqualTo(new Valid(ADVERT_3_IPV6));
		assertThat(encode(ADVERT_2_IPV6, SOURCE6, GROUP6)).isEqualTo(VERSION_2_IPV6.replace(" ", ""));
		assertThat(PacketCodec.decode(Bytes.buffer(VERSION_2_IPV6), SOURCE6, GROUP6, 255)).isEqualTo(new Valid(ADVERT_2_IPV6));
	}

	@Test
	void version3IgnoresTheReservedBitsBesideTheInterval() {
		// The reserved bits add f000 to the sum, which a checksum of f034 takes off again.
		assertThat(decode("31 34 ff 02 f00a f034 ac1d58df ac1d58dd")).isEqualTo(new Valid(ADVERT_3));
	}

	@Test
	void readsFromThePositionOfABufferAndLeavesItThere() {
		ByteBuffer packet = Bytes.buffer("45c00028" + VERSION_2).position(4);
		assertThat(PacketCodec.decode(packet, SOURCE, GROUP, 255)).isEqualTo(new Valid(ADVERT_2));
		assertThat(packet.position()).isEqualTo(4);
		assertThat(PacketCodec.virtualRouterId(packet)).isEqualTo(51);
		assertThat(PacketCodec.virtualRouterId(ByteBuffer.allocate(1))).isEqualTo(-1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PACKET_LENGTH_ERROR | 255 | 21 33 65 01 01 02 11                                        | vrrp packet too short, length 7 and expect 8
			PACKET_LENGTH_ERROR | 255 | 21 33 65 01 01 02 116b ac1d58de 31313131 000000             | vrrp packet too short, length 19 and expect 20
			PACKET_LENGTH_ERROR | 255 | 21 33 65 01 01 02 116b ac1d58de 31313131 00000000 00        | vrrp packet too long, length 21 and expect 20
			PACKET_LENGTH_ERROR | 255 | 21 33 65 ff 01 02 116b ac1d58de 31313131 00000000           | vrrp packet too short, length 20 and expect 1036
			IP_TTL_ERROR        | 254 | 21 33 65 01 01 02 116b ac1d58de 31313131 00000000           | invalid TTL/HL. Received 254 and expect 255
			VERSION_ERROR       | 255 | 41 33 65 01 01 02 f16a ac1d58de                             | wrong version. Received 4 and expect 2 or 3
			INVALID_TYPE        | 255 | 22 33 65 01 01 02 106b ac1d58de 31313131 00000000           | Invalid packet type. 2 and expect 1
			CHECKSUM_ERROR      | 255 | 21 33 65 01 01 02 116c ac1d58de 31313131 00000000           | Invalid VRRPv2 checksum
			CHECKSUM_ERROR      | 255 | 21 33 64 01 01 02 116b ac1d58de 31313131 00000000           | Invalid VRRPv2 checksum
			VRID_ERROR          | 255 | 21 00 65 01 01 02 119e ac1d58de 31313131 00000000           | Invalid VRID 0
			INVALID_AUTH_TYPE   | 255 | 21 33 65 01 03 02 0f6b ac1d58de 31313131 00000000           | Invalid auth type: 3
			""")
	void aMalformedPacketIsDroppedForAReason(Reason reason, int ttl, String hex, String detail) {
		assertThat(PacketCodec.decode(Bytes.buffer(hex), SOURCE, GROUP, ttl)).isInstanceOfSatisfying(Malformed.class, malformed -> {
			assertThat(malformed.reason()).isEqualTo(reason);
			assertThat(malformed.detail()).isEqualTo(detail);
		});
	}

	@Test
	void aUnicastPacketMayHaveAnyTtl() {
		assertThat(PacketCodec.decode(Bytes.buffer(VERSION_2), SOURCE, IpAddress.of("172.29.88.225"), 64)).isEqualTo(new Valid(ADVERT_2));
		assertThat(PacketCodec.decode(Bytes.buffer(VERSION_2), SOURCE, GROUP, -1)).isEqualTo(new Valid(ADVERT_2));
	}

	@ParameterizedTest
	@CsvSource({"1111,1111", "12345678,12345678", "123456789,12345678", "'',''", "p\u00e4ss,p\u00c3\u00a4ss", "1234567\u00e4,1234567\u00c3"})
	void aPasswordTravelsAsTheFirstEightBytesOfItsUtf8(String configured, String onTheWire) {
		assertThat(Advertisement.onTheWire(new Authentication(Type.PASS, configured)).password()).isEqualTo(onTheWire);
	}

	@Test
	void anInstanceSaysWhatItsAdvertCarries() {
		Instance instance = Instance.builder("VI_1").virtualRouterId(51).priority(101).advertInterval(Duration.ofSeconds(2))
				.authentication(new Authentication(Type.PASS, "1111")).virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24")))
				.excludedAddresses(List.of(VirtualAddress.of("172.29.88.220/24"))).build();
		assertThat(Advertisement.of(instance, 101)).isEqualTo(ADVERT_2);
	}

	@ParameterizedTest
	@CsvSource({"V2,1500000000", "V2,256000000000", "V3,15000000", "V3,40960000000", "V3,-10000000"})
	void anIntervalThatDoesNotFitIsRefused(VrrpVersion version, long nanos) {
		Advertisement advert = new Advertisement(version, 1, 100, nanos, List.of(), Authentication.NONE);
		assertThatIllegalArgumentException().isThrownBy(() -> PacketCodec.encode(advert, Envelope.of(SOURCE, GROUP), ByteBuffer.allocate(64)))
				.withMessageContaining("does not fit version " + version.number());
	}

	@Test
	void whatDoesNotFitIsRefused() {
		assertThatThrownBy(() -> PacketCodec.encode(ADVERT_2, Envelope.of(SOURCE, GROUP), ByteBuffer.allocate(19))).isInstanceOf(BufferOverflowException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> PacketCodec.encode(ADVERT_2, Envelope.of(SOURCE6, GROUP6), ByteBuffer.allocate(64)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Advertisement(VrrpVersion.V2, 0, 1, 0, List.of(), Authentication.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> new Advertisement(VrrpVersion.V2, 1, 256, 0, List.of(), Authentication.NONE));
	}
}

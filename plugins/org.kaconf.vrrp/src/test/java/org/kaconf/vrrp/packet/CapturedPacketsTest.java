package org.kaconf.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;

/**
 * Packets from a network, from their IP headers on: what keepalived 2.2.7 sent from 10.9.0.1 (captured for this test), and what other implementations' tests
 * say of packets.
 */
class CapturedPacketsTest {
	private static final String TWENTY_ADDRESSES = String.join(" ", IntStream.rangeClosed(101, 120).mapToObj(i -> "10.9.0." + i).toList());
	private static final Authentication PASSWORD = new Authentication(Type.AH, "s3cret");
	private static final Authentication LONG_PASSWORD = new Authentication(Type.AH, "12345678");
	private static final String MULTICAST_AH = "45c0004000010000ff33d0ad0a090001e0000012 700400000a09000100000001e9e5cde1d386c7b1c0962d6d"
			+ "2134640102016e5c0a0900640000000000000000";
	private static final String NEXT_MULTICAST_AH = "45c0004000020000ff33d0ac0a090001e0000012 700400000a09000100000002247c166d2214a38c3617edf9"
			+ "2134640102016e5c0a0900640000000000000000";
	private static final String UNICAST_AH = "45c0004000010000ff33a6b50a0900010a090002 700400000a090001000000018d57d36a3867db932b523d12"
			+ "213a640102016e560a0900640000000000000000";
	private static final String NEXT_UNICAST_AH = "45c0004000020000ff33a6b40a0900010a090002 700400000a090001000000029c513b8e5acf1fc0aaf98730"
			+ "213a640102016e560a0900640000000000000000";
	private static final String OLD_CHECKSUM = "45c0002000010000ff70a6980a0900010a090002 313d6401006475570a090064";

	private static Valid valid(int version, int vrid, int priority, long milliseconds, String addresses, String authentication) {
		String[] typeAndPassword = authentication.split("/", 2);
		return new Valid(new Advertisement(version == 2 ? VrrpVersion.V2 : VrrpVersion.V3, vrid, priority, milliseconds * 1_000_000L,
				Arrays.stream(addresses.replace("TWENTY", TWENTY_ADDRESSES).split(" ")).map(IpAddress::of).toList(),
				new Authentication(Type.valueOf(typeAndPassword[0]), typeAndPassword.length > 1 ? typeAndPassword[1] : "")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2 | 51 | 100 | 1000 | 10.9.0.100            | PASS/s3cret | 45c0002800010000ff70d0880a090001e0000012 21336401010133430a0900647333637265740000
			2 | 51 |   0 | 1000 | 10.9.0.100            | PASS/s3cret | 45c0002800090000ff70d0800a090001e0000012 21330001010197430a0900647333637265740000
			2 | 52 | 100 | 1000 | 10.9.0.100            | AH          | 45c0004000010000ff33d0ad0a090001e0000012 700400000a09000100000001e9e5cde1d386c7b1c0962d6d 2134640102016e5c0a0900640000000000000000
			2 | 52 |   0 | 1000 | 10.9.0.100            | AH          | 45c0004000090000ff33d0a50a090001e0000012 700400000a0900010000000933d32fc5db9d1abc1709f105 213400010201d25c0a0900640000000000000000
			2 | 53 | 100 | 2000 | 10.9.0.100 10.9.0.99  | NONE        | 45c0002c00010000ff70d0840a090001e0000012 21356402000265ed0a0900640a0900630000000000000000
			2 | 53 |   0 | 2000 | 10.9.0.100 10.9.0.99  | NONE        | 45c0002c00040000ff70d0810a090001e0000012 213500020002c9ed0a0900640a0900630000000000000000
			3 | 54 | 100 |  250 | 10.9.0.100            | NONE        | 45c0002000010000ff70d0900a090001e0000012 31366401001975a90a090064
			3 | 54 |   0 |  250 | 10.9.0.100            | NONE        | 45c0002000290000ff70d0680a090001e0000012 313600010019d9a90a090064
			3 | 55 | 100 |  500 | fe80::1234 2001:db8::1 | NONE       | 6c05dfa4002870fffe80000000000000000000fffe000001ff020000000000000000000000000012 3137640200322ef6fe80000000000000000000000000123420010db8000000000000000000000001
			3 | 55 |   0 |  500 | fe80::1234 2001:db8::1 | NONE       | 6c05dfa4002870fffe80000000000000000000fffe000001ff020000000000000000000000000012 31370002003292f6fe80000000000000000000000000123420010db8000000000000000000000001
			2 | 56 | 100 | 1000 | 10.9.0.100            | NONE        | 45c0002800010000ff70a6900a0900010a090002 21386401000170580a0900640000000000000000
			3 | 57 | 100 | 1000 | 10.9.0.100            | NONE        | 45c0002000010000ff70a6980a0900010a090002 3139640100644b630a090064
			2 | 58 | 100 | 1000 | 10.9.0.100            | AH          | 45c0004000010000ff33a6b50a0900010a090002 700400000a090001000000018d57d36a3867db932b523d12 213a640102016e560a0900640000000000000000
			2 | 59 | 100 | 1000 | 2001:db8::2           | NONE        | 6c05dfa4001870fffe80000000000000000000fffe000001ff020000000000000000000000000012 213b640100014fe820010db8000000000000000000000002
			2 | 60 | 100 | 1000 | TWENTY                | NONE        | 45c0007400010000ff70d03c0a090001e0000012 213c64140001a9570a0900650a0900660a0900670a0900680a0900690a09006a0a09006b0a09006c0a09006d0a09006e0a09006f0a0900700a0900710a0900720a0900730a0900740a0900750a0900760a0900770a0900780000000000000000
			""")
	void whatKeepalivedSentIsReadAndWouldBeSentByteForByte(int version, int vrid, int priority, long milliseconds, String addresses,
			String authentication, String hex) {
		Captured captured = Captured.of(hex);
		Valid expected = valid(version, vrid, priority, milliseconds, addresses, authentication);
		assertThat(captured.decode()).isEqualTo(expected);
		ByteBuffer out = ByteBuffer.allocate(captured.payload().remaining());
		PacketCodec.encode(expected.advertisement(), captured.envelope(), out);
		assertThat(Bytes.hex(out)).isEqualTo(Bytes.hex(captured.payload().slice()));
	}

	/** The tests of gopacket (the first) and PcapPlusPlus; theirs have type of service 0 or an Ethernet frame with the virtual MAC before. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2 | 1 | 100 | 1000 | 192.168.0.1                        | 45c0002800000000ff7019cdc0a8001ee0000012 210164010001ba52c0a800010000000000000000
			3 | 1 | 100 |   10 | fe80::254 2001:db8::1 2001:db8::2  | 60000000003870fffe800000000000000000000000000001ff020000000000000000000000000012 3101640300011071fe80000000000000000000000000025420010db800000000000000000000000120010db8000000000000000000000002
			3 | 1 | 100 |   10 | 192.168.0.1 192.168.0.2            | 4500002400000000ff701a91c0a8001ee0000012 310164020001484dc0a80001c0a80002
			""")
	void whatOthersTestWithIsRead(int version, int vrid, int priority, long milliseconds, String addresses, String hex) {
		assertThat(Captured.of(hex).decode()).isEqualTo(valid(version, vrid, priority, milliseconds, addresses, "NONE"));
	}

	@Test
	void version2WithoutTheEightBytesOfAuthenticationIsTooShort() {
		// PcapPlusPlus takes it; RFC 3768, 5.3.10 wants the bytes, and so does keepalived.
		assertThat(Captured.of("4500002800000000ff701a8dc0a8001ee0000012 21016403000138fac0a80001c0a80002c0a80003").decode())
				.isEqualTo(new Malformed(Reason.PACKET_LENGTH_ERROR, 1, "vrrp packet too short, length 20 and expect 28"));
	}

	// The authentication header

	@ParameterizedTest
	@CsvSource({MULTICAST_AH + ",s3cret", UNICAST_AH + ",12345678"})
	void whatKeepalivedSignedIsRight(String hex, String password) {
		assertThat(new HeaderAuthentication(new Authentication(Type.AH, password)).check(Captured.of(hex).packet())).isNull();
	}

	@Test
	void packetsAreSignedAsKeepalivedDoes() {
		assertSigned(PASSWORD, MULTICAST_AH, NEXT_MULTICAST_AH);
		assertSigned(LONG_PASSWORD, UNICAST_AH, NEXT_UNICAST_AH);
	}

	private static void assertSigned(Authentication password, String... packets) {
		Captured first = Captured.of(packets[0]);
		PreparedPacket prepared = PreparedPacket.of(((Valid) first.decode()).advertisement(), first.envelope(), new HeaderAuthentication(password));
		for (String packet : packets) {
			assertThat(Bytes.hex(prepared.next(100))).isEqualTo(packet.replace(" ", ""));
		}
	}

	@Test
	void aPacketThatIsSentAgainIsRefused() {
		HeaderAuthentication authentication = new HeaderAuthentication(PASSWORD);
		assertThat(authentication.check(Captured.of(NEXT_MULTICAST_AH).packet())).isNull();
		for (String old : List.of(NEXT_MULTICAST_AH, MULTICAST_AH)) {
			assertThat(authentication.check(Captured.of(old).packet()).detail()).endsWith(" already processed. Packet dropped. Local(2)");
		}
	}

	@Test
	void aNewMasterCountsOnFromTheOldOne() {
		HeaderAuthentication authentication = new HeaderAuthentication(PASSWORD);
		authentication.check(Captured.of(NEXT_MULTICAST_AH).packet());
		Captured captured = Captured.of(MULTICAST_AH);
		ByteBuffer sent = PreparedPacket.of(((Valid) captured.decode()).advertisement(), captured.envelope(), authentication).next(100);
		assertThat(sent.getInt(Ipv4Header.BYTES + 8)).isEqualTo(3);
		assertThat(new HeaderAuthentication(PASSWORD).check(sent)).isNull();
	}

	@Test
	void anotherPasswordIsAnAuthenticationFailureAndLeavesTheSequenceNumber() {
		HeaderAuthentication authentication = new HeaderAuthentication(PASSWORD);
		Captured forged = Captured.of(MULTICAST_AH.replace("00000001e9", "7000000fe9"));
		assertThat(authentication.check(forged.packet())).isEqualTo(new Malformed(Reason.AUTH_FAILURE, 52,
				"IPSEC-AH : invalid IPSEC HMAC-MD5 value. Due to fields mutation or bad password !"));
		assertThat(new HeaderAuthentication(LONG_PASSWORD).check(Captured.of(MULTICAST_AH).packet()).reason()).isEqualTo(Reason.AUTH_FAILURE);
		assertThat(authentication.check(Captured.of(MULTICAST_AH).packet())).isNull();
	}

	@Test
	void everyBitThatMayNotChangeOnTheWayIsCovered() {
		byte[] bytes = Bytes.of(MULTICAST_AH.replace(" ", ""));
		// Type of service, fragmentation and header checksum.
		List<Integer> mutable = List.of(1, 6, 7, 10, 11);
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] changed = bytes.clone();
			changed[bit / 8] ^= (byte) (1 << bit % 8);
			Malformed malformed = new HeaderAuthentication(PASSWORD).check(ByteBuffer.wrap(changed));
			if (mutable.contains(bit / 8)) {
				assertThat(malformed).as("bit %d", bit).isNull();
			} else {
				assertThat(malformed).as("bit %d", bit).isNotNull();
			}
		}
	}

	@Test
	void aTruncatedPacketIsALengthError() {
		byte[] bytes = Bytes.of(MULTICAST_AH.replace(" ", ""));
		for (int length = 0; length < Ipv4Header.BYTES + HeaderAuthentication.BYTES + PacketCodec.HEADER_BYTES; length++) {
			assertThat(new HeaderAuthentication(PASSWORD).check(ByteBuffer.wrap(Arrays.copyOf(bytes, length))).reason()).isEqualTo(Reason.PACKET_LENGTH_ERROR);
		}
		assertThat(new HeaderAuthentication(PASSWORD).check(ByteBuffer.wrap(Arrays.copyOf(bytes, 2000))).reason()).isEqualTo(Reason.PACKET_LENGTH_ERROR);
	}

	// The checksum of unicast in version 3

	@Test
	void theOldChecksumOfUnicastIsThatOfAPacketToTheGroup() {
		Captured captured = Captured.of(OLD_CHECKSUM);
		Envelope old = captured.envelope().withChecksumFor(Instance.MULTICAST_IPV4);
		Valid expected = valid(3, 61, 100, 1000, "10.9.0.100", "NONE");
		assertThat(captured.decode()).isEqualTo(new Malformed(Reason.CHECKSUM_ERROR, 61, "Invalid VRRPv3 checksum"));
		assertThat(PacketCodec.decode(captured.payload(), old)).isEqualTo(expected);
		assertThat(Bytes.hex(PreparedPacket.of(expected.advertisement(), old, null).next(100))).isEqualTo(OLD_CHECKSUM.replace(" ", ""));
	}

	@Test
	void aUnicastPacketMayLeaveWithAnotherTtl() {
		Envelope envelope = Envelope.of(IpAddress.of("10.9.0.1"), IpAddress.of("10.9.0.2")).withTtl(64);
		Advertisement advert = valid(3, 57, 100, 1000, "10.9.0.100", "NONE").advertisement();
		assertThat(Captured.of(Bytes.hex(PreparedPacket.of(advert, envelope, null).next(100))).envelope()).isEqualTo(envelope);
	}
}

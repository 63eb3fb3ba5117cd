package org.kaconf.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;

class PacketPropertiesTest {
	/** An advert with the addresses it travels between. */
	record Packet(Advertisement advert, IpAddress source, IpAddress destination) {
		byte[] bytes() {
			ByteBuffer out = ByteBuffer.allocate(PacketCodec.length(advert, source.family()));
			PacketCodec.encode(advert, Envelope.of(source, destination), out);
			return out.array();
		}

		Decoded decode(byte[] bytes) {
			return PacketCodec.decode(ByteBuffer.wrap(bytes), source, destination, 255);
		}
	}

	@Provide
	Arbitrary<Packet> packets() {
		return Combinators.combine(Arbitraries.of(VrrpVersion.class), Arbitraries.of(Family.class)).flatAs(this::packets);
	}

	private Arbitrary<Packet> packets(VrrpVersion version, Family family) {
		Arbitrary<IpAddress> address = addresses(family);
		Arbitrary<Long> interval = version == VrrpVersion.V2 ? Arbitraries.longs().between(0, 255).map(s -> s * 1_000_000_000L)
				: Arbitraries.longs().between(0, 4095).map(c -> c * 10_000_000L);
		Arbitrary<Authentication> authentication = version == VrrpVersion.V3 || family == Family.IPV6 ? Arbitraries.just(Authentication.NONE)
				: Arbitraries.oneOf(Arbitraries.just(Authentication.NONE), Arbitraries.just(new Authentication(Type.AH, "")),
						Arbitraries.strings().withCharRange('!', '~').ofMaxLength(8).map(p -> new Authentication(Type.PASS, p)));
		Arbitrary<List<IpAddress>> virtual = address.list().ofMaxSize(30);
		return Combinators.combine(Arbitraries.integers().between(1, 255), Arbitraries.integers().between(0, 255), interval, virtual, authentication,
				address, address).as((vrid, priority, nanos, list, auth, source, destination) -> new Packet(
						new Advertisement(version, vrid, priority, nanos, list, auth), source, destination));
	}

	private static Arbitrary<IpAddress> addresses(Family family) {
		return Arbitraries.bytes().array(byte[].class).ofSize(family.bytes()).map(IpAddress::of);
	}

	@Property
	void whatIsEncodedIsDecoded(@ForAll("packets") Packet packet) {
		assertThat(packet.decode(packet.bytes())).isEqualTo(new Valid(packet.advert()));
	}

	@Property
	void oneBitThatTurnsIsNoticed(@ForAll("packets") Packet packet, @ForAll @IntRange(max = 1 << 20) int position) {
		byte[] bytes = packet.bytes();
		int bit = position % (bytes.length * 8);
		bytes[bit / 8] ^= (byte) (1 << bit % 8);
		assertThat(packet.decode(bytes)).isInstanceOf(Malformed.class);
	}

	@Property
	void aPreparedPacketIsTheEncodedOneForEveryPriority(@ForAll("packets") Packet packet, @ForAll @Size(5) List<@IntRange(max = 255) Integer> priorities) {
		PreparedPacket prepared = PreparedPacket.of(packet.advert(), packet.source(), packet.destination());
		int header = packet.source().family() == Family.IPV4 ? Ipv4Header.BYTES : 0;
		for (int priority : priorities) {
			ByteBuffer sent = prepared.next(priority).position(header);
			assertThat(PacketCodec.decode(sent, packet.source(), packet.destination(), 255)).isEqualTo(new Valid(packet.advert().withPriority(priority)));
			sent.position(0);
		}
	}

	@Property
	void whatIsSignedIsRightForThoseWhoKnowThePassword(@ForAll("packets") Packet packet, @ForAll @Size(max = 12) String password) {
		Assume.that(packet.source().family() == Family.IPV4);
		Authentication secret = new Authentication(Type.AH, password);
		PreparedPacket prepared = PreparedPacket.of(packet.advert(), Envelope.of(packet.source(), packet.destination()), new HeaderAuthentication(secret));
		HeaderAuthentication receiver = new HeaderAuthentication(secret);
		for (int i = 0; i < 3; i++) {
			ByteBuffer sent = prepared.next(packet.advert().priority());
			assertThat(receiver.check(sent)).isNull();
			assertThat(receiver.check(sent)).isNotNull();
			assertThat(PacketCodec.decode(sent.duplicate().position(Ipv4Header.BYTES + HeaderAuthentication.BYTES), packet.source(), packet.destination(), 255))
					.isEqualTo(new Valid(packet.advert()));
		}
	}

	@Property
	void anyBytesAreClassifiedAndNoneThrow(@ForAll @Size(max = 80) byte[] bytes, @ForAll @IntRange(min = -1, max = 255) int ttl,
			@ForAll("ends") List<IpAddress> ends) {
		assertThatCode(() -> PacketCodec.decode(ByteBuffer.wrap(bytes), ends.get(0), ends.get(1), ttl)).doesNotThrowAnyException();
	}

	@Property
	void bytesThatBeginWellAreClassifiedAndNoneThrow(@ForAll("packets") Packet packet, @ForAll @Size(max = 12) byte[] overwritten,
			@ForAll @IntRange(max = 40) int cut) {
		byte[] bytes = packet.bytes();
		System.arraycopy(overwritten, 0, bytes, 0, Math.min(overwritten.length, bytes.length));
		ByteBuffer shortened = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - cut));
		assertThatCode(() -> PacketCodec.decode(shortened, packet.source(), packet.destination(), 255)).doesNotThrowAnyException();
	}

	@Provide
	Arbitrary<List<IpAddress>> ends() {
		return Arbitraries.of(Family.class).flatMap(family -> addresses(family).list().ofSize(2));
	}
}

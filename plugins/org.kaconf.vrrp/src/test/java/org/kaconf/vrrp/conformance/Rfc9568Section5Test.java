package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Decoded;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.PreparedPacket;
import org.kaconf.vrrp.packet.Reason;

/** RFC 9568, 5: the packet. */
class Rfc9568Section5Test {
	private final RouterUnderTest ipv4 = RouterUnderTest.backup(VrrpVersion.V3, 100);
	private final RouterUnderTest ipv6 = RouterUnderTest.started(RouterUnderTest.ipv6(100));

	private static Reason refused(Decoded decoded) {
		return decoded instanceof Malformed malformed ? malformed.reason() : null;
	}

	@Test
	@DisplayName("5.1.1.3: adverts leave with TTL 255")
	void advertsLeaveWithTtl255() {
		ByteBuffer packet = PreparedPacket.of(ipv4.advert(100), ipv4.address(5), Instance.MULTICAST_IPV4).next(100);
		assertThat(packet.get(8) & 0xff).isEqualTo(255);
		assertThat(packet.get(9)).as("protocol").isEqualTo((byte) 112);
	}

	@Test
	@DisplayName("5.1.1.3 and 5.1.2.3: an advert with another TTL or hop limit is discarded")
	void anotherTtlIsDiscarded() {
		for (RouterUnderTest router : List.of(ipv4, ipv6)) {
			ByteBuffer packet = router.packet(router.advert(200));
			assertThat(PacketCodec.decode(packet, router.envelope())).isInstanceOf(Valid.class);
			assertThat(refused(PacketCodec.decode(packet, router.envelope().withTtl(254)))).isEqualTo(Reason.IP_TTL_ERROR);
			long before = router.waitFor("1").timer();
			assertThat(router.hear(router.advert(200), 9, 254).timer()).isEqualTo(before);
		}
	}

	@Test
	@DisplayName("5.2.2: a packet of another type is discarded")
	void anotherTypeIsDiscarded() {
		ByteBuffer packet = ipv4.packet(ipv4.advert(200));
		assertThat(refused(PacketCodec.decode(packet.put(0, (byte) 0x32), ipv4.envelope()))).isEqualTo(Reason.INVALID_TYPE);
	}

	@Test
	@DisplayName("5.2.4: the owner has priority 255, whatever it tracks")
	void theOwnerHas255() {
		RouterUnderTest owner = RouterUnderTest.started(tracking(255, -50));
		owner.hand(new Event.Track(Tracker.script("chk"), false));
		assertThat(owner.router().effectivePriority()).isEqualTo(255);
	}

	@Test
	@DisplayName("5.2.4: every other router has a priority of 1 to 254, whatever it tracks")
	void othersHave1To254() {
		assertThat(RouterUnderTest.started(tracking(100, -253)).hand(new Event.Track(Tracker.script("chk"), false)).router().effectivePriority()).isEqualTo(1);
		assertThat(RouterUnderTest.started(tracking(200, 253)).hand(new Event.Track(Tracker.script("chk"), true)).router().effectivePriority()).isEqualTo(254);
	}

	private static InstanceBuilder tracking(int priority, int weight) {
		return RouterUnderTest.instance(VrrpVersion.V3, priority).trackedScripts(List.of(new TrackedScript("chk", weight, false, Origins.NONE)));
	}

	@Test
	@DisplayName("5.2.5: an advert without addresses is ignored")
	void anAdvertWithoutAddressesIsIgnored() {
		Advertisement none = new Advertisement(VrrpVersion.V3, 51, 200, RouterUnderTest.SECOND, List.of(), Authentication.NONE);
		long before = ipv4.waitFor("1").timer();
		assertThat(ipv4.hear(none, 9, 255).timer()).isEqualTo(before);
		assertThat(RouterUnderTest.master(VrrpVersion.V3, 100).hear(none, 9, 255).state()).isEqualTo(State.MASTER);
	}

	@Test
	@DisplayName("5.2.6: the reserved bits are sent as zero and ignored when received")
	void reservedBits() {
		ByteBuffer packet = ipv4.packet(ipv4.advert(200));
		assertThat(packet.get(4) & 0xf0).isZero();
		packet.put(4, (byte) (packet.get(4) | 0xf0));
		int checksum = (packet.getShort(6) & 0xffff) - 0xf000;
		packet.putShort(6, (short) (checksum < 0 ? checksum + 0xffff : checksum));
		assertThat(PacketCodec.decode(packet, ipv4.envelope())).isEqualTo(new Valid(ipv4.advert(200)));
	}

	@Test
	@DisplayName("5.2.7: the interval travels as twelve bits of hundredths of a second")
	void theIntervalIsInHundredths() {
		Advertisement slow = Advertisement.of(RouterUnderTest.instance(VrrpVersion.V3, 100).advertInterval(Duration.ofMillis(40_950)).build(), 100);
		ByteBuffer packet = ipv4.packet(slow);
		assertThat(packet.getShort(4)).isEqualTo((short) 0xfff);
	}

	@Test
	@DisplayName("5.2.8: over IPv6 the pseudo-header is part of the checksum; over IPv4 it is in keepalived's version 3, too")
	void thePseudoHeaderIsPartOfTheChecksum() {
		for (RouterUnderTest router : List.of(ipv4, ipv6)) {
			Envelope other = Envelope.of(router.address(6), router.envelope().destination());
			assertThat(refused(PacketCodec.decode(router.packet(router.advert(200)), other))).isEqualTo(Reason.CHECKSUM_ERROR);
		}
	}

	@Test
	@DisplayName("5.2.9: addresses are of the family of the packet, over IPv6 in the order of the configuration: the one of the link first")
	void addressesAreOfOneFamily() {
		ByteBuffer packet = ipv6.packet(ipv6.advert(100));
		byte[] first = new byte[16];
		packet.get(8, first);
		assertThat(IpAddress.of(first)).isEqualTo(IpAddress.of("fe80::100"));
		assertThatThrownBy(() -> ipv6.packet(ipv4.advert(100))).isInstanceOf(IllegalArgumentException.class);
	}
}

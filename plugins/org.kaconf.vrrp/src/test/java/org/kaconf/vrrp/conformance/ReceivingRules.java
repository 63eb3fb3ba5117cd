package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.Reason;

/** Receiving adverts, as far as it is the same in both versions. */
abstract class ReceivingRules {
	abstract VrrpVersion version();

	final RouterUnderTest backup() {
		return RouterUnderTest.backup(version(), 100);
	}

	final Reason refused(ByteBuffer packet) {
		return PacketCodec.decode(packet, backup().envelope()) instanceof Malformed malformed ? malformed.reason() : null;
	}

	@Test
	@DisplayName("the TTL must be 255")
	void theTtlMustBe255() {
		RouterUnderTest router = backup();
		assertThat(router.hear(router.advert(200), 9, 64).did(Drop.class)).extracting(Drop::reason).containsExactly(Reason.IP_TTL_ERROR);
		assertThat(router.hear(router.advert(200), 9, 255).did(Drop.class)).isEmpty();
	}

	@Test
	@DisplayName("the version must be the configured one")
	void theVersionMustBeTheConfiguredOne() {
		VrrpVersion other = version() == VrrpVersion.V2 ? VrrpVersion.V3 : VrrpVersion.V2;
		assertThat(backup().hear(RouterUnderTest.backup(other, 200).advert(200), 9, 255).did(Drop.class)).extracting(Drop::reason)
				.containsExactly(Reason.VERSION_ERROR);
		ByteBuffer unknown = backup().packet(backup().advert(200));
		assertThat(refused(unknown.put(0, (byte) 0x41))).isIn(Reason.VERSION_ERROR, Reason.PACKET_LENGTH_ERROR);
	}

	@Test
	@DisplayName("the type must be 1")
	void theTypeMustBe1() {
		ByteBuffer packet = backup().packet(backup().advert(200));
		assertThat(refused(packet.put(0, (byte) (version().number() << 4 | 2)))).isEqualTo(Reason.INVALID_TYPE);
	}

	@Test
	@DisplayName("the packet must be complete")
	void thePacketMustBeComplete() {
		ByteBuffer packet = backup().packet(backup().advert(200));
		for (int length = 0; length < packet.capacity(); length++) {
			assertThat(refused(packet.duplicate().limit(length))).isEqualTo(Reason.PACKET_LENGTH_ERROR);
		}
		assertThat(PacketCodec.decode(packet, backup().envelope())).isInstanceOf(Valid.class);
	}

	@Test
	@DisplayName("the checksum must be right")
	void theChecksumMustBeRight() {
		ByteBuffer packet = backup().packet(backup().advert(200));
		assertThat(refused(packet.put(6, (byte) (packet.get(6) ^ 1)))).isEqualTo(Reason.CHECKSUM_ERROR);
	}

	@Test
	@DisplayName("a packet that fails a check is discarded: no timer, no state changes, and the reason is counted and said")
	void whatFailsChangesNothing() {
		RouterUnderTest router = backup().waitFor("1");
		long before = router.timer();
		router.hear(router.advert(0), 9, 64);
		assertThat(router.timer()).isEqualTo(before);
		assertThat(router.did(Drop.class)).singleElement().satisfies(drop -> assertThat(drop.text()).isNotEmpty());
		RouterUnderTest master = RouterUnderTest.master(version(), 100);
		long advert = master.timer();
		assertThat(master.hear(master.advert(200), 9, 64).state()).isEqualTo(State.MASTER);
		assertThat(master.timer()).isEqualTo(advert);
		assertThat(master.sent()).isEmpty();
	}

	@Test
	@DisplayName("an owner that hears another owner says that this is a mistake")
	void twoOwnersAreReported() {
		RouterUnderTest owner = RouterUnderTest.backup(version(), Instance.OWNER).hear(Instance.OWNER, 4);
		assertThat(owner.logged()).anyMatch(line -> line.contains("CONFIGURATION ERROR"));
	}
}

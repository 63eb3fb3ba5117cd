package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.packet.Advertisement;

/** RFC 9568, 6.4.2. */
class Rfc9568Section6_4_2Test extends BackupRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V3;
	}

	@Test
	@DisplayName("an advert that counts sets the interval, and with it skew time and down interval")
	void theIntervalIsLearned() {
		RouterUnderTest router = RouterUnderTest.backup(VrrpVersion.V3, 100);
		router.hear(Advertisement.of(RouterUnderTest.instance(VrrpVersion.V3, 200).advertInterval(Duration.ofSeconds(4)).build(), 200), 9, 255);
		assertThat(router.router().masterAdvertInterval()).isEqualTo(4 * RouterUnderTest.SECOND);
		assertThat(router.timer()).isEqualTo(12 * RouterUnderTest.SECOND + 156 * 4 * RouterUnderTest.SECOND / 256);
	}

	@Test
	@DisplayName("over IPv6 each address is announced by an unsolicited neighbour advertisement")
	void ipv6AddressesAreAnnounced() {
		RouterUnderTest router = RouterUnderTest.started(RouterUnderTest.ipv6(100)).waitFor("4");
		assertThat(router.did(SendGratuitousArp.class)).singleElement()
				.satisfies(announce -> assertThat(announce.addresses()).isEqualTo(router.router().instance().virtualAddresses()));
	}
}

package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.packet.Advertisement;

/** RFC 9568, 6.4.3. */
class Rfc9568Section6_4_3Test extends ActiveRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V3;
	}

	@Test
	@DisplayName("who gives way takes over the interval of the new master")
	void theIntervalOfTheNewMasterIsLearned() {
		RouterUnderTest router = RouterUnderTest.master(VrrpVersion.V3, 100);
		router.hear(Advertisement.of(RouterUnderTest.instance(VrrpVersion.V3, 200).advertInterval(Duration.ofSeconds(4)).build(), 200), 9, 255);
		assertThat(router.timer()).isEqualTo(12 * RouterUnderTest.SECOND + 156 * 4 * RouterUnderTest.SECOND / 256);
	}

	@Test
	@DisplayName("over IPv6 the addresses that are compared are those of the link")
	void ofEqualsTheHigherIpv6AddressWins() {
		assertThat(RouterUnderTest.master(RouterUnderTest.ipv6(100)).hear(100, 6).state()).isEqualTo(State.BACKUP);
		assertThat(RouterUnderTest.master(RouterUnderTest.ipv6(100)).hear(100, 4).state()).isEqualTo(State.MASTER);
	}
}

package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Advertisement;

/** RFC 9568, 6.1: what the parameters of a virtual router are made of. */
class Rfc9568Section6_1Test {
	private static final long INTERVAL = 4 * RouterUnderTest.SECOND;

	/** A backup that sends every second itself and has heard a master that sends every four. */
	private static RouterUnderTest backupOfASlowMaster(int priority) {
		Advertisement slow = Advertisement.of(RouterUnderTest.instance(VrrpVersion.V3, 254).advertInterval(Duration.ofSeconds(4)).build(), 254);
		return RouterUnderTest.backup(VrrpVersion.V3, priority).hear(slow, 9, 255);
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 100, 254})
	@DisplayName("the down interval is three of the master's intervals and the skew time, which is a share of one of them")
	void theDownIntervalIsMadeOfTheMastersInterval(int priority) {
		assertThat(backupOfASlowMaster(priority).timer()).isEqualTo(3 * INTERVAL + (256 - priority) * INTERVAL / 256);
	}

	@Test
	@DisplayName("until a master is heard its interval is taken to be the own one")
	void theFirstIntervalIsTheOwnOne() {
		RouterUnderTest router = RouterUnderTest.started(RouterUnderTest.instance(VrrpVersion.V3, 100).advertInterval(Duration.ofSeconds(2)));
		assertThat(router.router().masterAdvertInterval()).isEqualTo(2 * RouterUnderTest.SECOND);
		assertThat(router.hear(0, 9).timer()).as("skew time").isEqualTo(156 * 2 * RouterUnderTest.SECOND / 256);
	}
}

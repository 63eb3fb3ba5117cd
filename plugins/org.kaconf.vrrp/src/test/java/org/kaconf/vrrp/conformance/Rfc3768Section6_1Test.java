package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.model.VrrpVersion;

/** RFC 3768, 6.1: what the parameters of a virtual router are made of. */
class Rfc3768Section6_1Test {
	@ParameterizedTest
	@ValueSource(ints = {1, 100, 254})
	@DisplayName("the down interval is three intervals and the skew time, which is a share of a second however long the interval is")
	void theSkewTimeIsAShareOfASecond(int priority) {
		RouterUnderTest router = RouterUnderTest.started(RouterUnderTest.instance(VrrpVersion.V2, priority).advertInterval(Duration.ofSeconds(4)));
		long skew = (256 - priority) * RouterUnderTest.SECOND / 256;
		assertThat(router.timer()).isEqualTo(12 * RouterUnderTest.SECOND + skew);
		assertThat(router.hear(0, 9).timer()).isEqualTo(skew);
	}
}

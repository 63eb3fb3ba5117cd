package org.kaconf.runtime.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.kaconf.runtime.linux.RoutingNames.Kind;

class RoutingNamesTest {
	@Test
	void knowsWhatEveryHostKnows() {
		assertThat(RoutingNames.number(Kind.TABLE, "main")).isEqualTo(254);
		assertThat(RoutingNames.number(Kind.SCOPE, "link")).isEqualTo(253);
		assertThat(RoutingNames.number(Kind.PROTOCOL, "static")).isEqualTo(4);
	}

	@Test
	void takesNumbersAsTheyAre() {
		assertThat(RoutingNames.number(Kind.TABLE, "1000")).isEqualTo(1000);
		assertThat(RoutingNames.number(Kind.TOS, "0x10")).isEqualTo(16);
		assertThat(RoutingNames.number(Kind.TABLE, "010")).as("not octal, as in iproute2").isEqualTo(10);
		assertThat(RoutingNames.number(Kind.TABLE, "4294967295")).isEqualTo(-1);
		assertThat(RoutingNames.number(Kind.TABLE, "0")).isZero();
	}

	@Test
	void realmsAreOneNumber() {
		assertThat(RoutingNames.realms("7")).isEqualTo(7);
		assertThat(RoutingNames.realms("3/7")).isEqualTo(3 << 16 | 7);
	}

	@Test
	void saysWhatIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> RoutingNames.number(Kind.TABLE, "no such table"))
				.withMessage("there is no routing table no such table on this host; write its number or add it to /etc/iproute2/rt_tables");
	}
}

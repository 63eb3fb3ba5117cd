package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.State;

/** The state Initialize, which is the same in both versions. */
abstract class StartupRules {
	abstract VrrpVersion version();

	@Test
	@DisplayName("the owner sends an advert, announces its addresses, sets the advert timer and is master")
	void theOwnerIsMasterAtOnce() {
		RouterUnderTest router = RouterUnderTest.backup(version(), Instance.OWNER);
		assertThat(router.state()).isEqualTo(State.MASTER);
		assertThat(router.order()).containsExactly(SendAdvert.class, AddAddresses.class, SendGratuitousArp.class, Notify.class);
		assertThat(router.sent()).containsExactly(Instance.OWNER);
		assertThat(router.timer()).isEqualTo(RouterUnderTest.SECOND);
	}

	@Test
	@DisplayName("every other router is backup and waits one down interval")
	void everyOtherIsBackup() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100);
		assertThat(router.state()).isEqualTo(State.BACKUP);
		assertThat(router.sent()).isEmpty();
		assertThat(router.timer()).isEqualTo(3 * RouterUnderTest.SECOND + 156 * RouterUnderTest.SECOND / 256);
	}
}

package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;

/** The state Backup, as far as it is the same in both versions. */
abstract class BackupRules {
	abstract VrrpVersion version();

	@Test
	@DisplayName("a backup has none of the virtual addresses: it neither answers for them nor takes packets to them")
	void aBackupDoesNotHaveTheAddresses() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100);
		assertThat(router.did(AddAddresses.class)).isEmpty();
		assertThat(router.did(RemoveAddresses.class)).as("not even those of a daemon that was killed").hasSize(1);
		assertThat(router.hear(200, 9).did(AddAddresses.class)).isEmpty();
	}

	@Test
	@DisplayName("a shutdown stops the down timer and ends in Initialize")
	void aShutdownStopsTheTimer() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100).hand(new Event.Stop());
		assertThat(router.state()).isEqualTo(State.INITIALIZE);
		assertThat(router.router().nextDeadline()).isEqualTo(Timing.NEVER);
		assertThat(router.sent()).isEmpty();
	}

	@Test
	@DisplayName("when the down timer fires: an advert, the addresses announced, the advert timer set, master")
	void theDownTimerMakesAMaster() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100).waitFor("3.609375");
		assertThat(router.state()).isEqualTo(State.MASTER);
		assertThat(router.order()).containsExactly(SendAdvert.class, AddAddresses.class, SendGratuitousArp.class, Notify.class);
		assertThat(router.timer()).isEqualTo(RouterUnderTest.SECOND);
	}

	@Test
	@DisplayName("an advert of priority 0 sets the down timer to the skew time")
	void priorityZeroLeavesTheSkewTime() {
		assertThat(RouterUnderTest.backup(version(), 100).hear(0, 9).timer()).isEqualTo(156 * RouterUnderTest.SECOND / 256);
	}

	@Test
	@DisplayName("an advert of the same or a higher priority sets the down timer anew")
	void aHigherOrEqualPriorityCounts() {
		for (int priority : new int[] {100, 101, 255}) {
			RouterUnderTest router = RouterUnderTest.backup(version(), 100).waitFor("2").hear(priority, 9);
			assertThat(router.timer()).isEqualTo(router.router().masterDownInterval());
		}
	}

	@Test
	@DisplayName("without preemption an advert of a lower priority sets it anew, too")
	void withoutPreemptionALowerPriorityCounts() {
		RouterUnderTest router = RouterUnderTest.started(RouterUnderTest.instance(version(), 100).preempt(false)).waitFor("2").hear(50, 9);
		assertThat(router.timer()).isEqualTo(router.router().masterDownInterval());
	}

	@Test
	@DisplayName("with preemption an advert of a lower priority is discarded and the timer runs on")
	void aLowerPriorityIsDiscarded() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100).waitFor("2").hear(50, 9);
		assertThat(router.timer()).isEqualTo(router.router().masterDownInterval() - 2 * RouterUnderTest.SECOND);
	}
}

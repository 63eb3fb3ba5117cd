package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;

/** The state Active (RFC 3768: Master), as far as it is the same in both versions. */
abstract class ActiveRules {
	abstract VrrpVersion version();

	@Test
	@DisplayName("a master has the virtual addresses on its interface, so that the kernel answers for them")
	void aMasterHasTheAddresses() {
		RouterUnderTest router = RouterUnderTest.backup(version(), 100).waitFor("4");
		assertThat(router.did(AddAddresses.class)).singleElement().satisfies(add -> assertThat(add.addresses()).isEqualTo(router.router().instance().virtualAddresses()));
	}

	@Test
	@DisplayName("a shutdown stops the advert timer, sends an advert of priority 0 and ends in Initialize")
	void aShutdownSaysGoodbye() {
		RouterUnderTest router = RouterUnderTest.master(version(), 100).hand(new Event.Stop());
		assertThat(router.sent()).containsExactly(0);
		assertThat(router.order()).containsExactly(SendAdvert.class, RemoveAddresses.class, Notify.class);
		assertThat(router.state()).isEqualTo(State.INITIALIZE);
		assertThat(router.router().nextDeadline()).isEqualTo(Timing.NEVER);
	}

	@Test
	@DisplayName("when the advert timer fires: an advert, and the timer set anew")
	void anAdvertEveryInterval() {
		RouterUnderTest router = RouterUnderTest.master(version(), 100).waitFor("3");
		assertThat(router.sent()).containsExactly(100, 100, 100);
		assertThat(router.timer()).isPositive().isLessThanOrEqualTo(RouterUnderTest.SECOND);
	}

	@Test
	@DisplayName("an advert of priority 0 is answered at once, and the advert timer set anew")
	void priorityZeroIsAnswered() {
		RouterUnderTest router = RouterUnderTest.master(version(), 100).hear(0, 9);
		assertThat(router.sent()).containsExactly(100);
		assertThat(router.timer()).isEqualTo(RouterUnderTest.SECOND);
		assertThat(router.state()).isEqualTo(State.MASTER);
	}

	@Test
	@DisplayName("an advert of a higher priority makes it backup, with the down timer set")
	void aHigherPriorityWins() {
		RouterUnderTest router = RouterUnderTest.master(version(), 100).hear(101, 1);
		assertThat(router.state()).isEqualTo(State.BACKUP);
		assertThat(router.timer()).isEqualTo(router.router().masterDownInterval());
		assertThat(router.did(RemoveAddresses.class)).hasSize(1);
		assertThat(router.sent()).isEmpty();
	}

	@Test
	@DisplayName("whether it preempts does not matter while it is master")
	void preemptionDoesNotMatter() {
		InstanceBuilder patient = RouterUnderTest.instance(version(), 100).preempt(false);
		assertThat(RouterUnderTest.master(patient).hear(101, 1).state()).isEqualTo(State.BACKUP);
		assertThat(RouterUnderTest.master(patient).hear(99, 9).state()).isEqualTo(State.MASTER);
	}

	@Test
	@DisplayName("of equal priorities the higher address wins, compared as unsigned numbers")
	void ofEqualsTheHigherAddressWins() {
		assertThat(RouterUnderTest.master(version(), 100).hear(100, 6).state()).isEqualTo(State.BACKUP);
		assertThat(RouterUnderTest.master(version(), 100).hear(100, 200).state()).as("above 127, too").isEqualTo(State.BACKUP);
		assertThat(RouterUnderTest.master(version(), 100).hear(100, 4).state()).isEqualTo(State.MASTER);
	}

	@Test
	@DisplayName("an advert of a lower priority is discarded; it changes nothing but that it is answered at once")
	void aLowerPriorityIsAnswered() {
		RouterUnderTest router = RouterUnderTest.master(version(), 100).hear(50, 9);
		assertThat(router.state()).isEqualTo(State.MASTER);
		assertThat(router.sent()).containsExactly(100);
	}
}

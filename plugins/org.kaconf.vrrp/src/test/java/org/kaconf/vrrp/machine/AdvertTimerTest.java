package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;

class AdvertTimerTest {
	private static final IpAddress OWN = IpAddress.of("10.0.0.5");

	@Test
	void advertsDoNotDriftWhenTheTimerComesLate() {
		Instance instance = Instance.builder("VI_1").virtualRouterId(7).priority(100).build();
		VirtualRouter router = VirtualRouter.step(VirtualRouter.of(instance, OWN), new Event.Start(), 0).state();
		router = VirtualRouter.step(router, new Event.Timer(), 3_609_375_000L).state();
		for (int i = 1; i <= 100; i++) {
			long due = router.deadline();
			assertThat(due).isEqualTo(3_609_375_000L + i * 1_000_000_000L);
			router = VirtualRouter.step(router, new Event.Timer(), due + 300_000_000L).state();
		}
		// After a pause of more than an interval it begins anew instead of making up for what was missed.
		long late = router.deadline() + 5_000_000_000L;
		assertThat(VirtualRouter.step(router, new Event.Timer(), late).state().deadline()).isEqualTo(late + 1_000_000_000L);
	}
}

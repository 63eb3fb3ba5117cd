package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Effect.SendAdvert;

class FirstElectionTest {
	@Test
	void takesOverWhenTheMasterDownIntervalHasPassedInSilence() {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(101).advertInterval(Duration.ofSeconds(2))
				.virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24"))).build();
		VirtualRouter router = VirtualRouter.of(instance, IpAddress.of("172.29.88.224"));
		router = VirtualRouter.step(router, new Event.Start(), 0).state();
		assertThat(router.state()).isEqualTo(State.BACKUP);
		assertThat(router.nextDeadline()).isEqualTo(6_605_468_750L);
		Step step = VirtualRouter.step(router, new Event.Timer(), router.nextDeadline());
		assertThat(step.state().state()).isEqualTo(State.MASTER);
		assertThat(step.effects()).filteredOn(SendAdvert.class::isInstance).hasSize(1);
	}
}

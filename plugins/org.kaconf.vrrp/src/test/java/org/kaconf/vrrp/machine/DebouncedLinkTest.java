package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;

class DebouncedLinkTest {
	private static final long DELAY = 100;

	@Test
	void aChangeCountsWhenItHasLasted() {
		DebouncedLink link = DebouncedLink.of(true).heard(false, DELAY, 1000);
		assertThat(link.up()).isTrue();
		assertThat(link.deadline()).isEqualTo(1100);
		assertThat(link.due(1099)).isEqualTo(link);
		assertThat(link.due(1100)).isEqualTo(new DebouncedLink(false, true, Timing.NEVER));
	}

	@Test
	void hearingItAgainDoesNotMakeItWaitLonger() {
		assertThat(DebouncedLink.of(true).heard(false, DELAY, 1000).heard(false, DELAY, 1050).deadline()).isEqualTo(1100);
	}

	@Test
	void whatIsOverBeforeItCountsIsForgotten() {
		assertThat(DebouncedLink.of(true).heard(false, DELAY, 1000).heard(true, DELAY, 1050)).isEqualTo(DebouncedLink.of(true));
	}

	@Test
	void withoutADelayAChangeCountsAtOnce() {
		assertThat(DebouncedLink.of(true).heard(false, 0, 1000).up()).isFalse();
	}

	@Test
	void noDelayOutlastsTheSilenceOfAMaster() {
		Instance instance = Instance.builder("VI_1").advertInterval(Duration.ofMillis(256)).build();
		assertThat(DebouncedLink.delay(Duration.ofMillis(500), instance)).isEqualTo(500_000_000);
		assertThat(DebouncedLink.delay(Duration.ofSeconds(5), instance)).isEqualTo(511_000_000);
		assertThat(DebouncedLink.delay(Duration.ofSeconds(5), InstanceBuilder.from(instance).downTimerAdverts(1).build())).isZero();
	}

	@Test
	void comingUpForTheFirstTimeCountsAtOnce() {
		assertThat(DebouncedLink.of(false).heard(true, DELAY, 1000)).isEqualTo(DebouncedLink.of(true));
		assertThat(DebouncedLink.of(true).heard(false, 0, 1000).heard(true, DELAY, 2000).up()).as("not the second time").isFalse();
	}
}

package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.vrrp.machine.Timing;

class LinkDelaysTest {
	private static final long SECOND = 1_000_000_000L;
	private final List<String> told = new ArrayList<>();
	private final LinkDelays delays = new LinkDelays((name, up) -> told.add(name + (up ? " up" : " down")));

	@BeforeEach
	void configure() {
		delays.configure(List.of(new InterfaceSettings("eth0", Duration.ofSeconds(3), Duration.ofSeconds(10), null, null)), List.of());
	}

	@Test
	void whatIsNotDelayedCountsAtOnce() {
		delays.changed("eth1", false, 0);
		assertThat(told).containsExactly("eth1 down");
		assertThat(delays.next()).isEqualTo(Timing.NEVER);
	}

	@Test
	void eachDirectionHasItsDelay() {
		delays.changed("eth0", false, 0);
		assertThat(delays.next()).isEqualTo(3 * SECOND);
		delays.due(3 * SECOND - 1);
		assertThat(told).isEmpty();
		delays.due(3 * SECOND);
		assertThat(told).containsExactly("eth0 down");
		delays.changed("eth0", true, 5 * SECOND);
		delays.due(14 * SECOND);
		assertThat(told).hasSize(1);
		delays.due(15 * SECOND);
		assertThat(told).containsExactly("eth0 down", "eth0 up");
	}

	@Test
	void aFlapIsForgotten() {
		delays.changed("eth0", false, 0);
		delays.changed("eth0", true, SECOND);
		assertThat(delays.next()).isEqualTo(Timing.NEVER);
		delays.due(100 * SECOND);
		assertThat(told).isEmpty();
	}

	@Test
	void anInterfaceThatGoesCountsAtOnce() {
		delays.changed("eth0", false, 0);
		delays.removed("eth0");
		assertThat(told).containsExactly("eth0 down");
		delays.due(100 * SECOND);
		assertThat(told).hasSize(1);
	}
}

package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.packet.Advertisement;

/** In the steady state the machine makes no garbage. */
class SteadyStateTest {
	private static final int ADVERTS = 10_000;
	private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private int sent;
	private long now;

	private static Instance instance(VrrpVersion version) {
		return Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).version(version).priority(100).advertInterval(Duration.ofNanos(INTERVAL))
				.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"), VirtualAddress.of("10.0.0.101/24"))).build();
	}

	private RouterMachine started(VrrpVersion version) {
		RouterMachine machine = new RouterMachine(VirtualRouter.of(instance(version), IpAddress.of("10.0.0.1")));
		machine.handle(new Event.Start(), now, this::count);
		return machine;
	}

	private void count(Effect effect) {
		sent += effect instanceof SendAdvert ? 1 : 0;
	}

	private static void assertNoGarbage(Runnable advert) {
		for (int i = 0; i < ADVERTS; i++) {
			advert.run();
		}
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < ADVERTS; i++) {
			advert.run();
		}
		// The measuring itself may allocate something, but nothing that grows with the adverts.
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ADVERTS);
	}

	@ParameterizedTest
	@EnumSource
	void ofAMaster(VrrpVersion version) {
		RouterMachine machine = started(version);
		Consumer<Effect> effects = this::count;
		machine.handle(Event.TIMER, machine.nextDeadline(), effects);
		sent = 0;
		assertNoGarbage(() -> machine.handle(Event.TIMER, machine.nextDeadline(), effects));
		assertThat(sent).isGreaterThanOrEqualTo(2 * ADVERTS - 1);
	}

	@ParameterizedTest
	@EnumSource
	void ofABackup(VrrpVersion version) {
		RouterMachine machine = started(version);
		Consumer<Effect> effects = this::count;
		// Equal but not the same addresses, as they come out of a packet.
		Event advert = new Event.AdvertReceived(Advertisement.of(instance(version), 200), IpAddress.of("10.0.0.2"), Instance.MULTICAST_IPV4, 255);
		assertNoGarbage(() -> machine.handle(advert, now += INTERVAL, effects));
		assertThat(machine.state()).isEqualTo(State.BACKUP);
		assertThat(machine.snapshot().masterPriority()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void ofASyncGroup(VrrpVersion version) {
		RouterMachine machine = new RouterMachine(VirtualRouter.of(instance(version), IpAddress.of("10.0.0.1")));
		GroupMachine group = new GroupMachine(new SyncGroup("G", List.of("VI_1"), Notify.NONE, Origins.NONE), List.of(machine));
		GroupMachine.Receiver effects = (member, effect) -> count(effect);
		group.handle(machine, new Event.Start(), now, effects);
		group.handle(machine, Event.TIMER, machine.nextDeadline(), effects);
		sent = 0;
		assertNoGarbage(() -> group.handle(machine, Event.TIMER, machine.nextDeadline(), effects));
		assertThat(sent).isGreaterThanOrEqualTo(2 * ADVERTS - 1);
	}
}

package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.VirtualRouter;

/** The takeover can be gone through without anybody noticing, and the thread is awake in time for the real one. */
class RehearsalsTest {
	private static final ValueLayout.OfInt BIG_ENDIAN_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	/** Where they stand in a packet with an IPv4 header. */
	private static final int IDENTIFICATION = 4;
	private static final int AH_SEQUENCE = 28;
	private static final long LEAD = Duration.ofMillis(2).toNanos();
	private static final Instance INSTANCE = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(100).version(VrrpVersion.V3)
			.advertInterval(Duration.ofSeconds(1)).virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"))).build();

	private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
	private final Log log = new Log(new PrintStream(lines), true);
	private final EffectQueue effects = new EffectQueue();
	private final SilentPort port = new SilentPort();
	private final Router router = new Router(INSTANCE, IpAddress.of("10.0.0.1"), port, null, null, log, effects);
	private final Routers routers = new Routers();

	RehearsalsTest() {
		routers.set(List.of(router));
		router.handle(new Event.Start(), 0);
	}

	@Test
	void theyChangeNothingAndSendNothing() {
		VirtualRouter before = router.state();
		int pending = effects.size();
		for (int i = 0; i < 1000; i++) {
			router.rehearse();
		}
		assertThat(router.state()).isEqualTo(before);
		assertThat(port.sent()).isZero();
		assertThat(effects.size()).isEqualTo(pending);
		assertThat(router.statistics().counters().advertsSent()).isZero();
		log.close();
		assertThat(lines.toString()).doesNotContain("MASTER");
	}

	@Test
	void theFirstAdvertHasTheFirstNumber() {
		router.rehearse();
		router.handle(new Event.Timer(), router.nextDeadline());
		assertThat(router.state().state()).isEqualTo(State.MASTER);
		assertThat(port.sent()).isEqualTo(1);
		assertThat(port.last().get(BIG_ENDIAN_INT, IDENTIFICATION) >>> Short.SIZE).isEqualTo(1);
	}

	@Test
	void theFirstSignedAdvertHasTheFirstNumbers() {
		Instance signed = InstanceBuilder.from(INSTANCE).version(VrrpVersion.V2).authentication(new Authentication(Authentication.Type.AH, "secret")).build();
		Router sender = new Router(signed, IpAddress.of("10.0.0.1"), port, null, null, log, effects);
		sender.handle(new Event.Start(), 0);
		sender.rehearse();
		sender.handle(new Event.Timer(), sender.nextDeadline());
		assertThat(port.last().get(BIG_ENDIAN_INT, AH_SEQUENCE)).isEqualTo(1);
		assertThat(port.last().get(BIG_ENDIAN_INT, IDENTIFICATION) >>> Short.SIZE).isEqualTo(1);
	}

	/** The first of them waits for the master of the other, which waits longer. */
	@Test
	void thoseOfAGroupChangeNothingEitherAndItTakesOverAsAWhole() {
		Router other = new Router(InstanceBuilder.from(INSTANCE).name("VI_2").virtualRouterId(52).priority(50).build(), IpAddress.of("10.0.0.1"), port, null, null, log, effects);
		List<Router> members = List.of(router, other);
		Group group = new Group(new SyncGroup("G", List.of("VI_1", "VI_2"), Notify.NONE, Origins.NONE), members, null, log, effects);
		other.handle(new Event.Start(), 0);
		group.settle(0);
		routers.set(members);
		List<VirtualRouter> before = members.stream().map(Router::state).toList();
		int pending = effects.size();
		for (int i = 0; i < 100; i++) {
			routers.rehearse(i);
		}
		assertThat(members).extracting(Router::state).isEqualTo(before);
		assertThat(port.sent()).isZero();
		assertThat(effects.size()).isEqualTo(pending);

		routers.due(router.nextDeadline());
		assertThat(router.state().state()).isEqualTo(State.BACKUP);
		routers.due(other.nextDeadline());
		assertThat(members).extracting(member -> member.state().state()).containsOnly(State.MASTER);
		assertThat(port.sent()).isEqualTo(2);
		log.close();
		assertThat(lines.toString()).containsOnlyOnce("VRRP_Group(G) Syncing instances to MASTER state").containsOnlyOnce("(VI_2) Entering MASTER STATE");
	}

	@Test
	void aBackupIsAwakeBeforeItTakesOver() {
		long deadline = router.nextDeadline();
		assertThat(routers.next()).isEqualTo(deadline);
		assertThat(routers.wakeUp()).isEqualTo(deadline - LEAD);
		routers.due(deadline - LEAD);
		routers.due(deadline - 1);
		assertThat(router.state().state()).isEqualTo(State.BACKUP);
		assertThat(port.sent()).isZero();
		routers.due(deadline);
		assertThat(router.state().state()).isEqualTo(State.MASTER);
		assertThat(port.sent()).isEqualTo(1);
	}

	@Test
	void aMasterIsAwakeWhenAnAdvertIsDue() {
		router.handle(new Event.Timer(), router.nextDeadline());
		assertThat(routers.wakeUp()).isEqualTo(router.nextDeadline());
	}

	@Test
	void theyEnd() {
		Rehearsals rehearsals = new Rehearsals(routers);
		assertThat(rehearsals.next()).isEqualTo(Timing.NEVER);
		rehearsals.begin();
		int count = 0;
		while (rehearsals.next() != Timing.NEVER) {
			rehearsals.due(rehearsals.next() - 1);
			rehearsals.due(rehearsals.next());
			count++;
		}
		assertThat(count).isEqualTo(255);
		assertThat(port.sent()).isZero();
	}
}

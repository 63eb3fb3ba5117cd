package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.packet.Advertisement;

/** What holds after every step, whatever happens. */
class VirtualRouterPropertiesTest {
	private static final IpAddress OWN = IpAddress.of("10.0.0.5");

	/** An event and the time until it. */
	record Timed(long pause, Event event) {
	}

	@Provide
	Arbitrary<Instance> instances() {
		return Combinators.combine(Arbitraries.integers().between(1, 255), Arbitraries.of(VrrpVersion.class), Arbitraries.of(InitialState.class),
				Arbitraries.of(true, false), Arbitraries.integers().between(0, 5), Arbitraries.integers().between(-253, 253), Arbitraries.integers().between(0, 2))
				.as((priority, version, state, preempt, delay, weight, addresses) -> Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(7)
						.priority(priority).version(version).initialState(state).preempt(preempt).preemptDelay(Duration.ofSeconds(delay))
						.trackedScripts(List.of(new TrackedScript("chk", weight, false, Origins.NONE), new TrackedScript("chk2", 10, true, Origins.NONE)))
						.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"), VirtualAddress.of("10.0.0.101/24")).subList(0, addresses)).build());
	}

	@Provide
	Arbitrary<List<Timed>> events() {
		Arbitrary<Event> event = Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.just(new Event.Timer())),
				Tuple.of(8, Combinators.combine(Arbitraries.integers().between(0, 255), Arbitraries.integers().between(1, 9)).as(VirtualRouterPropertiesTest::advert)),
				Tuple.of(2, Arbitraries.of(true, false).map(Event.Link::new)),
				Tuple.of(3, Arbitraries.of(true, false).map(good -> new Event.Track(Tracker.script("chk"), good))),
				Tuple.of(2, Arbitraries.of(true, false).map(good -> new Event.Track(Tracker.script("chk2"), good))),
				Tuple.of(1, Arbitraries.of(IpAddress.of("10.0.0.6"), OWN).injectNull(0.3).map(Event.AddressChanged::new)),
				Tuple.of(1, Arbitraries.longs().between(0, 10_000_000_000L).map(Event.HeldUp::new)),
				Tuple.of(1, Arbitraries.of(new Event.Start(), new Event.Stop())),
				Tuple.of(1, Arbitraries.integers().between(1, 254).map(VirtualRouterPropertiesTest::reload))).map(e -> (Event) e);
		return Combinators.combine(Arbitraries.longs().between(0, 2_000_000_000L), event).as(Timed::new).list().ofMaxSize(60);
	}

	@Property
	void invariants(@ForAll("instances") Instance instance, @ForAll("events") List<Timed> events) {
		VirtualRouter router = VirtualRouter.step(VirtualRouter.of(instance, OWN), new Event.Start(), 0).state();
		Set<VirtualAddress> set = router.state() == State.MASTER ? new HashSet<>(instance.virtualAddresses()) : new HashSet<>();
		long now = 0;
		for (Timed timed : events) {
			now += timed.pause();
			State before = router.state();
			Step step = VirtualRouter.step(router, forRouter(timed.event(), router), now);
			router = step.state();
			check(router, before, step, set);
		}
	}

	private static void check(VirtualRouter router, State before, Step step, Set<VirtualAddress> set) {
		for (Effect effect : step.effects()) {
			if (effect instanceof AddAddresses add) {
				set.addAll(add.addresses());
			} else if (effect instanceof RemoveAddresses remove) {
				remove.addresses().forEach(set::remove);
			} else if (effect instanceof SendAdvert send) {
				assertThat(before == State.MASTER || router.state() == State.MASTER).as("only a master sends").isTrue();
				assertThat(send.advertisement().priority()).isIn(0, router.effectivePriority(), Instance.OWNER);
			}
		}
		boolean master = router.state() == State.MASTER;
		assertThat(set).as("addresses are set exactly while master").containsExactlyInAnyOrderElementsOf(master ? router.instance().virtualAddresses() : List.of());
		assertThat(router.deadline() != Timing.NEVER).as("a deadline runs").isEqualTo(master || router.state() == State.BACKUP);
		assertThat(router.effectivePriority()).isBetween(1, 255);
		assertThat(router.advertisement()).isEqualTo(Advertisement.of(router.instance(), router.effectivePriority()));
		assertThat(step.effects().stream().filter(Notify.class::isInstance).count()).as("one notification for a change of state")
				.isEqualTo(router.state() != before || stopped(step) ? 1 : 0);
	}

	private static boolean stopped(Step step) {
		return step.effects().stream().anyMatch(e -> e instanceof Notify notify && notify.newState() == State.INITIALIZE);
	}

	@Property
	void aTimerServesAllThatIsDue(@ForAll("instances") Instance instance, @ForAll("events") List<Timed> events) {
		VirtualRouter router = VirtualRouter.step(VirtualRouter.of(instance, OWN), new Event.Start(), 0).state();
		long now = 0;
		for (Timed timed : events) {
			now += timed.pause();
			router = VirtualRouter.step(router, forRouter(timed.event(), router), now).state();
			router = VirtualRouter.step(router, new Event.Timer(), now).state();
			assertThat(router.nextDeadline()).isGreaterThan(now);
		}
	}

	@Property
	void theMachineKnowsNoTimeOfItsOwn(@ForAll("instances") Instance instance, @ForAll @Size(max = 40) List<@LongRange(max = 3_000_000_000L) Long> pauses,
			@ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long shift) {
		VirtualRouter one = VirtualRouter.step(VirtualRouter.of(instance, OWN), new Event.Start(), 0).state();
		VirtualRouter other = VirtualRouter.step(VirtualRouter.of(instance, OWN), new Event.Start(), shift).state();
		long now = 0;
		for (long pause : pauses) {
			now += pause;
			Step a = VirtualRouter.step(one, new Event.Timer(), now);
			Step b = VirtualRouter.step(other, new Event.Timer(), now + shift);
			assertThat(b.effects()).isEqualTo(a.effects());
			one = a.state();
			other = b.state();
		}
		assertThat(other.state()).isEqualTo(one.state());
	}

	@Property
	void aRouterThatChangesInPlaceDoesWhatThePureStepsDo(@ForAll("instances") Instance instance, @ForAll("events") List<Timed> events) {
		VirtualRouter pure = VirtualRouter.of(instance, OWN);
		RouterMachine machine = new RouterMachine(pure);
		long now = 0;
		List<Timed> all = new ArrayList<>(events);
		all.addFirst(new Timed(0, new Event.Start()));
		for (Timed timed : all) {
			now += timed.pause();
			Event event = forRouter(timed.event(), pure);
			Step step = VirtualRouter.step(pure, event, now);
			pure = step.state();
			List<Effect> effects = new ArrayList<>();
			machine.handle(event, now, effects::add);
			assertThat(effects).isEqualTo(step.effects());
			assertThat(machine.snapshot()).isEqualTo(pure);
			assertThat(machine.nextDeadline()).isEqualTo(pure.nextDeadline());
		}
	}

	/** The group steps of pure groups begin with a new machine each time; a daemon's machine goes on. */
	@Property(tries = 300)
	void aGroupThatChangesInPlaceDoesWhatThePureStepsDo(@ForAll("instances") Instance one, @ForAll("instances") Instance two, @ForAll("events") List<Timed> events) {
		List<VirtualRouter> routers = List.of(VirtualRouter.of(InstanceBuilder.from(one).syncGroup("G").build(), OWN),
				VirtualRouter.of(named("VI_2", two), OWN));
		SyncGroup configuration = new SyncGroup("G", List.of("VI_1", "VI_2"), org.kaconf.model.Notify.NONE, Origins.NONE);
		List<RouterMachine> machines = routers.stream().map(RouterMachine::new).toList();
		RouterGroup pure = RouterGroup.of(configuration, routers);
		GroupMachine machine = new GroupMachine(configuration, machines);
		long now = 0;
		List<Timed> all = new ArrayList<>(List.of(new Timed(0, new Event.Start()), new Timed(0, new Event.Start())));
		all.addAll(events);
		for (int i = 0; i < all.size(); i++) {
			now += all.get(i).pause();
			String member = i % 2 == 0 ? "VI_1" : "VI_2";
			Event event = forRouter(all.get(i).event(), pure.members().get(member));
			RouterGroup.GroupStep step = pure.step(member, event, now);
			pure = step.group();
			List<Effect> effects = new ArrayList<>();
			machine.handle(machines.get(i % 2), event, now, (place, effect) -> effects.add(effect));
			assertThat(effects).isEqualTo(step.effects().stream().map(RouterGroup.MemberEffect::effect).toList());
			assertThat(machine.state()).isEqualTo(pure.state());
			assertThat(machines.stream().map(RouterMachine::snapshot)).containsExactlyElementsOf(pure.members().values());
			assertThat(states(pure)).as("master together, or not at all").satisfies(states -> assertThat(states.contains(State.MASTER) && states.contains(State.FAULT)).isFalse());
		}
	}

	/** The same under another name and virtual router id. */
	private static Instance named(String name, Instance instance) {
		return Instance.builder(name).interfaceName("eth1").virtualRouterId(8).priority(instance.priority()).version(instance.version()).initialState(instance.initialState())
				.preempt(instance.preempt()).trackedScripts(instance.trackedScripts()).virtualAddresses(instance.virtualAddresses()).syncGroup("G").build();
	}

	private static List<State> states(RouterGroup group) {
		return group.members().values().stream().map(VirtualRouter::state).toList();
	}

	private static Event advert(int priority, int host) {
		Instance any = Instance.builder("any").virtualRouterId(7).build();
		return new Event.AdvertReceived(Advertisement.of(any, priority), IpAddress.of("10.0.0." + host));
	}

	private static Event reload(int priority) {
		return new Event.Reconfigured(Instance.builder("any").virtualRouterId(7).priority(priority).build());
	}

	/** Gives an event that was made up without a router what it needs to fit this one. */
	private static Event forRouter(Event event, VirtualRouter router) {
		return switch (event) {
			case Event.AdvertReceived received -> new Event.AdvertReceived(Advertisement.of(router.instance(), received.advertisement().priority()), received.source());
			case Event.Reconfigured reconfigured ->
				new Event.Reconfigured(InstanceBuilder.from(router.instance()).priority(reconfigured.instance().priority()).build());
			default -> event;
		};
	}
}

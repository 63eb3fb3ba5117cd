package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.RouterGroup.GroupStep;
import org.kaconf.vrrp.machine.RouterGroup.MemberEffect;
import org.kaconf.vrrp.packet.Advertisement;

class RouterGroupTest {
	private static final Instance OUTSIDE = instance("OUT", 10, "10.0.0.100/24");
	private static final Instance INSIDE = instance("IN", 20, "10.1.0.100/24");
	private static final long SECOND = 1_000_000_000L;

	private RouterGroup group = group(VirtualRouter.of(OUTSIDE, IpAddress.of("10.0.0.1")), VirtualRouter.of(INSIDE, IpAddress.of("10.1.0.1")));
	private final List<String> groupLog = new ArrayList<>();
	/** What was notified, as {@code NAME STATE}; the group has the name G1. */
	private final List<String> notified = new ArrayList<>();
	private final List<String> announced = new ArrayList<>();
	private long now;

	private static Instance instance(String name, int vrid, String address) {
		return Instance.builder(name).interfaceName("eth" + vrid).virtualRouterId(vrid).priority(100).advertInterval(Duration.ofSeconds(1)).syncGroup("G1")
				.virtualAddresses(List.of(VirtualAddress.of(address))).build();
	}

	private static RouterGroup group(VirtualRouter outside, VirtualRouter inside) {
		return RouterGroup.of(new SyncGroup("G1", List.of("OUT", "IN"), Notify.NONE, Origins.NONE), List.of(outside, inside));
	}

	private void apply(String instance, Event event) {
		GroupStep step = group.step(instance, event, now);
		group = step.group();
		for (MemberEffect effect : step.effects()) {
			if (effect.effect() instanceof Effect.Notify notify) {
				notified.add((effect.instance() == null ? "G1" : effect.instance()) + " " + notify.newState().notification());
			} else if (effect.effect() instanceof SendGratuitousArp) {
				announced.add(effect.instance());
			}
		}
		step.effects().stream().filter(e -> e.instance() == null && e.effect() instanceof Log).forEach(e -> groupLog.add(((Log) e.effect()).text()));
	}

	private void start() {
		apply("OUT", new Event.Start());
		apply("IN", new Event.Start());
	}

	private void runUntil(double seconds) {
		long end = (long) (seconds * SECOND);
		while (group.nextDeadline() <= end) {
			now = group.nextDeadline();
			for (String name : List.of("OUT", "IN")) {
				if (group.members().get(name).nextDeadline() <= now) {
					apply(name, new Event.Timer());
				}
			}
		}
		now = end;
	}

	private void advert(Instance instance, int priority, String from) {
		apply(instance.name(), new Event.AdvertReceived(Advertisement.of(instance, priority), IpAddress.of(from)));
	}

	private List<State> states() {
		return group.members().values().stream().map(VirtualRouter::state).toList();
	}

	@Test
	void membersBecomeMasterTogether() {
		start();
		runUntil(3);
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		runUntil(4);
		assertThat(states()).containsExactly(State.MASTER, State.MASTER);
		assertThat(group.state()).isEqualTo(State.MASTER);
		assertThat(groupLog).containsExactly("VRRP_Group(G1) Syncing instances to MASTER state");
	}

	@Test
	void oneMemberWaitsWhileTheOtherStillHearsAMaster() {
		start();
		for (int second = 1; second <= 20; second++) {
			runUntil(second);
			advert(INSIDE, 150, "10.1.0.2");
		}
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		assertThat(group.members().get("OUT").wantsMaster()).isTrue();
		runUntil(24);
		assertThat(states()).containsExactly(State.MASTER, State.MASTER);
	}

	@Test
	void aMemberThatIsPreemptedTakesTheOthersAlong() {
		start();
		runUntil(4);
		advert(INSIDE, 150, "10.1.0.2");
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		assertThat(group.state()).isEqualTo(State.BACKUP);
	}

	@Test
	void aMemberThatFailsTakesTheOthersAlongUntilAllAreWell() {
		start();
		runUntil(4);
		apply("IN", new Event.Link(false));
		assertThat(states()).containsExactly(State.FAULT, State.FAULT);
		assertThat(group.members().get("OUT").groupHealth()).isEqualTo(Health.FAULTY);
		apply("OUT", new Event.Link(false));
		apply("IN", new Event.Link(true));
		assertThat(states()).containsExactly(State.FAULT, State.FAULT);
		apply("OUT", new Event.Link(true));
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		runUntil(8);
		assertThat(states()).containsExactly(State.MASTER, State.MASTER);
	}

	@Test
	void aMemberThatStartsInFaultHoldsTheOthers() {
		apply("IN", new Event.Link(false));
		start();
		assertThat(states()).containsExactly(State.FAULT, State.FAULT);
		runUntil(10);
		assertThat(states()).containsExactly(State.FAULT, State.FAULT);
		apply("IN", new Event.Link(true));
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
	}

	@Test
	void aGroupThatStartsInFaultIsNeverNotifiedAsBackup() {
		apply("IN", new Event.Link(false));
		start();
		assertThat(groupLog).containsExactly("VRRP_Group(G1): Syncing OUT to FAULT state");
		assertThat(notified).containsExactly("G1 FAULT", "OUT FAULT", "IN FAULT");
		apply("IN", new Event.Link(true));
		assertThat(groupLog).last().isEqualTo("VRRP_Group(G1) Syncing instances to BACKUP state");
		assertThat(notified.subList(3, 6)).containsExactly("IN BACKUP", "OUT BACKUP", "G1 BACKUP");
	}

	@Test
	void theFirstResultOfAMembersScriptIsWaitedForByAll() {
		Instance tracking = InstanceBuilder.from(INSIDE).trackedScripts(List.of(new TrackedScript("chk", 0, false, Origins.NONE))).build();
		group = group(VirtualRouter.of(OUTSIDE, IpAddress.of("10.0.0.1")), VirtualRouter.of(tracking, IpAddress.of("10.1.0.1")));
		start();
		runUntil(10);
		assertThat(states()).containsExactly(State.INITIALIZE, State.INITIALIZE);
		assertThat(notified).isEmpty();
		apply("IN", new Event.Track(Tracker.script("chk"), true));
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		assertThat(notified).containsExactly("IN BACKUP", "OUT BACKUP", "G1 BACKUP");
	}

	@Test
	void theOneWhoIsFirstIsNotifiedFirstAndTheGroupLast() {
		start();
		runUntil(4);
		assertThat(notified).containsExactly("G1 BACKUP", "OUT BACKUP", "IN BACKUP", "IN MASTER", "OUT MASTER", "G1 MASTER");
	}

	@Test
	void anOwnerAmongOthersWaitsLikeThem() {
		Instance owner = InstanceBuilder.from(OUTSIDE).priority(Instance.OWNER).initialState(InitialState.MASTER).build();
		group = group(VirtualRouter.of(owner, IpAddress.of("10.0.0.1")), VirtualRouter.of(INSIDE, IpAddress.of("10.1.0.1")));
		start();
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		runUntil(8);
		assertThat(states()).containsExactly(State.MASTER, State.MASTER);
	}

	@Test
	void ownersAreMasterAtOnce() {
		VirtualRouter outside = VirtualRouter.of(InstanceBuilder.from(OUTSIDE).priority(Instance.OWNER).initialState(InitialState.MASTER).build(), IpAddress.of("10.0.0.1"));
		VirtualRouter inside = VirtualRouter.of(InstanceBuilder.from(INSIDE).priority(Instance.OWNER).initialState(InitialState.MASTER).build(), IpAddress.of("10.1.0.1"));
		group = group(outside, inside);
		start();
		assertThat(states()).containsExactly(State.MASTER, State.MASTER);
		assertThat(notified).containsExactly("OUT MASTER", "G1 MASTER", "IN MASTER");
	}

	@Test
	void allMembersAnnounceTheirAddressesAgainWhenOneHearsALowerPriority() {
		start();
		runUntil(4);
		announced.clear();
		advert(OUTSIDE, 50, "10.0.0.2");
		assertThat(announced).containsExactly("OUT", "IN");
		runUntil(9.1);
		assertThat(announced.subList(2, announced.size())).contains("OUT", "IN");
	}

	@Test
	void aGroupOfRunningRoutersTakesTheStateThatAllCanHave() {
		start();
		runUntil(4);
		List<VirtualRouter> masters = List.copyOf(group.members().values());
		assertThat(RouterGroup.of(group.configuration(), masters).state()).isEqualTo(State.MASTER);
		VirtualRouter backup = VirtualRouter.step(VirtualRouter.of(INSIDE, IpAddress.of("10.1.0.1")), new Event.Start(), now).state();
		RouterGroup mixed = RouterGroup.of(group.configuration(), List.of(masters.getFirst(), backup));
		assertThat(mixed.state()).isEqualTo(State.BACKUP);
		group = mixed.settle(now).group();
		assertThat(states()).containsExactly(State.BACKUP, State.BACKUP);
		VirtualRouter failed = VirtualRouter.step(backup, new Event.Link(false), now).state();
		group = RouterGroup.of(group.configuration(), List.of(masters.getFirst(), failed)).settle(now).group();
		assertThat(group.state()).isEqualTo(State.FAULT);
		assertThat(states()).containsExactly(State.FAULT, State.FAULT);
	}

	@Test
	void membersStopOneByOne() {
		start();
		runUntil(4);
		apply("OUT", new Event.Stop());
		apply("IN", new Event.Stop());
		assertThat(states()).containsExactly(State.INITIALIZE, State.INITIALIZE);
		assertThat(group.nextDeadline()).isEqualTo(Timing.NEVER);
		assertThat(notified.subList(6, 9)).containsExactly("OUT STOP", "IN STOP", "G1 STOP");
	}
}

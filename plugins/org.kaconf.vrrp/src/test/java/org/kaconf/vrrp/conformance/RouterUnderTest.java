package org.kaconf.vrrp.conformance;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Family;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Step;
import org.kaconf.vrrp.machine.VirtualRouter;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.PacketCodec;

/** One virtual router with the address 10.0.0.5 (fe80::5), in virtual time from 0; adverts every second. */
final class RouterUnderTest {
	static final long SECOND = 1_000_000_000L;

	private final Instance instance;
	private VirtualRouter router;
	private long now;
	private List<Effect> effects = List.of();

	private RouterUnderTest(Instance instance) {
		this.instance = instance;
		router = VirtualRouter.of(instance, address(5));
	}

	static InstanceBuilder instance(VrrpVersion version, int priority) {
		return Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).version(version).priority(priority).advertInterval(Duration.ofSeconds(1))
				.initialState(priority == Instance.OWNER ? InitialState.MASTER : InitialState.BACKUP).virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24")));
	}

	static InstanceBuilder ipv6(int priority) {
		return instance(VrrpVersion.V3, priority).family(Family.IPV6).multicastGroup(Instance.MULTICAST_IPV6)
				.virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"), VirtualAddress.of("2001:db8::100/64")));
	}

	static RouterUnderTest started(InstanceBuilder builder) {
		RouterUnderTest started = new RouterUnderTest(builder.build());
		started.hand(new Event.Start());
		return started;
	}

	static RouterUnderTest backup(VrrpVersion version, int priority) {
		return started(instance(version, priority));
	}

	static RouterUnderTest master(VrrpVersion version, int priority) {
		return master(instance(version, priority));
	}

	static RouterUnderTest master(InstanceBuilder builder) {
		RouterUnderTest router = started(builder);
		router.waitFor("4");
		router.effects = List.of();
		return router;
	}

	/** Address of a host of the segment. */
	IpAddress address(int host) {
		return IpAddress.of(instance.family() == Family.IPV4 ? "10.0.0." + host : "fe80::" + host);
	}

	Advertisement advert(int priority) {
		return Advertisement.of(instance, priority);
	}

	/** Hears an advert like its own but for the priority. @param host above 5 for a higher address than its own */
	RouterUnderTest hear(int priority, int host) {
		return hear(advert(priority), host, PacketCodec.TTL);
	}

	RouterUnderTest hear(Advertisement advert, int host, int ttl) {
		return hand(new Event.AdvertReceived(advert, address(host), instance.multicastGroup(), ttl));
	}

	RouterUnderTest hand(Event event) {
		Step step = VirtualRouter.step(router, event, now);
		router = step.state();
		effects = step.effects();
		return this;
	}

	/** Lets time pass; what happens then is what counts as having happened. */
	RouterUnderTest waitFor(String seconds) {
		long end = now + new BigDecimal(seconds).movePointRight(9).longValueExact();
		List<Effect> all = new ArrayList<>();
		while (router.nextDeadline() <= end) {
			now = router.nextDeadline();
			hand(new Event.Timer());
			all.addAll(effects);
		}
		now = end;
		effects = all;
		return this;
	}

	State state() {
		return router.state();
	}

	VirtualRouter router() {
		return router;
	}

	/** Time until it sends the next advert or takes over, in nanoseconds. */
	long timer() {
		return router.deadline() - now;
	}

	/** The priorities of the adverts that it sent on the last event. */
	List<Integer> sent() {
		return did(SendAdvert.class).stream().map(send -> send.advertisement().priority()).toList();
	}

	/** What of a kind it did on the last event. */
	<T extends Effect> List<T> did(Class<T> kind) {
		return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/** The kinds of what it did on the last event, in order, without what it logs. */
	List<Class<?>> order() {
		List<Class<?>> kinds = new ArrayList<>();
		effects.stream().filter(effect -> !(effect instanceof Effect.Log)).forEach(effect -> kinds.add(effect.getClass()));
		return kinds;
	}

	List<String> logged() {
		return did(Effect.Log.class).stream().map(Effect.Log::text).toList();
	}

	/** The bytes of an advert of it to its multicast group. */
	ByteBuffer packet(Advertisement advert) {
		ByteBuffer out = ByteBuffer.allocate(PacketCodec.length(advert, instance.family()));
		PacketCodec.encode(advert, envelope(), out);
		return out.flip();
	}

	Envelope envelope() {
		return Envelope.of(address(5), instance.multicastGroup());
	}
}

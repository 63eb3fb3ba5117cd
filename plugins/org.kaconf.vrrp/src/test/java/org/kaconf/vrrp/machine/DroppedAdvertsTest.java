package org.kaconf.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Advertisement;

/** An advert that does not fit leaves a router exactly as it was, its timers included, whether it is backup or master. */
class DroppedAdvertsTest {
	private static final IpAddress OWN = IpAddress.of("10.0.0.1");
	private static final IpAddress OTHER = IpAddress.of("10.0.0.2");
	private static final long NOW = 1_700_000_000L;
	private static final Authentication PASSWORD = new Authentication(Type.PASS, "s3cret");
	private static final IpAddress VIRTUAL = IpAddress.of("10.0.0.100");

	private static Instance instance() {
		return Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).authentication(PASSWORD)
				.virtualAddresses(List.of(VirtualAddress.of(VIRTUAL + "/24"))).build();
	}

	private static Advertisement advert(VrrpVersion version, long interval, Authentication authentication, IpAddress... addresses) {
		return new Advertisement(version, 51, 255, interval, List.of(addresses), authentication);
	}

	static Stream<AdvertReceived> wrong() {
		Advertisement right = advert(VrrpVersion.V2, 1_000_000_000L, PASSWORD, VIRTUAL);
		return Stream.of(new AdvertReceived(right, OTHER, Instance.MULTICAST_IPV4, 254),
				new AdvertReceived(right, OTHER, OWN, 255),
				new AdvertReceived(advert(VrrpVersion.V3, 1_000_000_000L, Authentication.NONE, VIRTUAL), OTHER, Instance.MULTICAST_IPV4, 255),
				new AdvertReceived(advert(VrrpVersion.V2, 2_000_000_000L, PASSWORD, VIRTUAL), OTHER, Instance.MULTICAST_IPV4, 255),
				new AdvertReceived(advert(VrrpVersion.V2, 1_000_000_000L, Authentication.NONE, VIRTUAL), OTHER, Instance.MULTICAST_IPV4, 255),
				new AdvertReceived(advert(VrrpVersion.V2, 1_000_000_000L, new Authentication(Type.PASS, "other"), VIRTUAL), OTHER, Instance.MULTICAST_IPV4, 255),
				new AdvertReceived(advert(VrrpVersion.V2, 1_000_000_000L, PASSWORD), OTHER, Instance.MULTICAST_IPV4, 255),
				new AdvertReceived(advert(VrrpVersion.V2, 1_000_000_000L, PASSWORD, OTHER), OTHER, Instance.MULTICAST_IPV4, 255));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void nothingMoves(AdvertReceived wrong) {
		VirtualRouter backup = VirtualRouter.step(VirtualRouter.of(instance(), OWN), new Event.Start(), 0).state();
		VirtualRouter master = VirtualRouter.step(backup, new Event.Timer(), backup.nextDeadline()).state();
		for (VirtualRouter router : List.of(backup, master)) {
			Step step = VirtualRouter.step(router, wrong, router.state() == State.MASTER ? backup.nextDeadline() + NOW / 4 : NOW);
			assertThat(step.state()).isEqualTo(router);
			assertThat(step.effects()).singleElement().isInstanceOf(Drop.class);
		}
	}
}

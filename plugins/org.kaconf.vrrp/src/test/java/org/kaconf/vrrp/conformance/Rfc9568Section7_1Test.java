package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Reason;

/** RFC 9568, 7.1. */
class Rfc9568Section7_1Test extends ReceivingRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V3;
	}

	private static Advertisement from(Instance instance) {
		return Advertisement.of(instance, 200);
	}

	@Test
	@DisplayName("an interval of 0 is none")
	void theIntervalMustNotBe0() {
		RouterUnderTest router = backup();
		long before = router.timer();
		Advertisement zero = new Advertisement(VrrpVersion.V3, 51, 200, 0, router.advert(200).addresses(), router.advert(200).authentication());
		assertThat(router.hear(zero, 9, 255).did(Drop.class)).extracting(Drop::reason).containsExactly(Reason.ADVERTISE_INTERVAL_ERROR);
		assertThat(router.timer()).isEqualTo(before);
	}

	@Test
	@DisplayName("over IPv6 an advert counts even when its first address is not one of the link, as in keepalived")
	void theFirstAddressNeedNotBeOneOfTheLink() {
		InstanceBuilder global = RouterUnderTest.ipv6(100).virtualAddresses(List.of(VirtualAddress.of("2001:db8::100/64")));
		RouterUnderTest router = RouterUnderTest.started(global).waitFor("1").hear(200, 9);
		assertThat(router.did(Drop.class)).isEmpty();
		assertThat(router.timer()).isEqualTo(router.router().masterDownInterval());
	}

	@Test
	@DisplayName("another interval than the configured one counts, and is said")
	void anotherIntervalIsSaid() {
		RouterUnderTest router = backup().hear(from(RouterUnderTest.instance(VrrpVersion.V3, 200).advertInterval(Duration.ofSeconds(2)).build()), 9, 255);
		assertThat(router.did(Drop.class)).isEmpty();
		assertThat(router.logged()).anyMatch(line -> line.contains("advertisement interval updated from 1000ms to 2000ms"));
	}

	@Test
	@DisplayName("other addresses than the configured ones are said")
	void otherAddressesAreSaid() {
		RouterUnderTest router = backup()
				.hear(from(RouterUnderTest.instance(VrrpVersion.V3, 200).virtualAddresses(List.of(VirtualAddress.of("10.0.0.7/24"))).build()), 9, 255);
		assertThat(router.did(Drop.class)).extracting(Drop::reason).containsExactly(Reason.ADDRESS_LIST_ERROR);
	}
}

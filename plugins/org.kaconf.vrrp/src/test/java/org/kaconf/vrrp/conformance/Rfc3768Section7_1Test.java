package org.kaconf.vrrp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Reason;

/** RFC 3768, 7.1. */
class Rfc3768Section7_1Test extends ReceivingRules {
	@Override
	VrrpVersion version() {
		return VrrpVersion.V2;
	}

	private void assertDropped(InstanceBuilder sender, Reason reason) {
		RouterUnderTest router = backup();
		long before = router.timer();
		assertThat(router.hear(Advertisement.of(sender.build(), 200), 9, 255).did(Drop.class)).extracting(Drop::reason).containsExactly(reason);
		assertThat(router.timer()).isEqualTo(before);
	}

	@Test
	@DisplayName("the type of authentication must be the configured one")
	void theAuthenticationMustBeTheConfiguredOne() {
		assertDropped(RouterUnderTest.instance(VrrpVersion.V2, 200).authentication(new Authentication(Type.PASS, "1111")), Reason.AUTH_TYPE_MISMATCH);
	}

	@Test
	@DisplayName("the configured authentication is performed: another password is refused, the same counts")
	void theConfiguredAuthenticationIsPerformed() {
		RouterUnderTest router = RouterUnderTest.started(withPassword("1111"));
		assertThat(router.hear(Advertisement.of(withPassword("2222").build(), 200), 9, 255).did(Drop.class)).extracting(Drop::reason).containsExactly(Reason.AUTH_FAILURE);
		assertThat(router.waitFor("1").hear(Advertisement.of(withPassword("1111").build(), 200), 9, 255).did(Drop.class)).isEmpty();
		assertThat(router.timer()).isEqualTo(router.router().masterDownInterval());
	}

	private static InstanceBuilder withPassword(String password) {
		return RouterUnderTest.instance(VrrpVersion.V2, 100).authentication(new Authentication(Type.PASS, password));
	}

	@Test
	@DisplayName("the interval must be the configured one")
	void theIntervalMustBeTheConfiguredOne() {
		assertDropped(RouterUnderTest.instance(VrrpVersion.V2, 200).advertInterval(Duration.ofSeconds(2)), Reason.ADVERTISE_INTERVAL_ERROR);
	}

	@Test
	@DisplayName("an advert with other addresses is dropped")
	void otherAddressesAreDropped() {
		assertDropped(RouterUnderTest.instance(VrrpVersion.V2, 200).virtualAddresses(List.of(VirtualAddress.of("10.0.0.7/24"))), Reason.ADDRESS_LIST_ERROR);
	}
}

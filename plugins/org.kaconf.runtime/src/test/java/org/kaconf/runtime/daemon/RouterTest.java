package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;

class RouterTest {
	private static final IpAddress FIRST = IpAddress.of("10.0.0.1");

	@Test
	void sendsFromTheFirstAddressOfItsFamily() {
		Instance instance = Instance.builder("VI_1").build();
		assertThat(Router.primaryAddress(instance, List.of(IpAddress.of("fe80::1"), FIRST, IpAddress.of("10.0.0.2")))).isEqualTo(FIRST);
		assertThat(Router.primaryAddress(instance, List.of(IpAddress.of("fe80::1")))).isNull();
	}

	@Test
	void sendsOverIpv6FromTheFirstAddressOfTheLink() {
		Instance instance = Instance.builder("VI_1").family(Family.IPV6).build();
		assertThat(Router.primaryAddress(instance, List.of(FIRST, IpAddress.of("2001:db8::1"), IpAddress.of("fe80::1")))).isEqualTo(IpAddress.of("fe80::1"));
		assertThat(Router.primaryAddress(instance, List.of(FIRST, IpAddress.of("2001:db8::1")))).isNull();
	}

	@Test
	void sendsFromTheConfiguredAddressWhateverThereIs() {
		Instance instance = Instance.builder("VI_1").sourceAddress(IpAddress.of("10.0.0.9")).build();
		assertThat(Router.primaryAddress(instance, List.of(FIRST))).isEqualTo(IpAddress.of("10.0.0.9"));
		assertThat(Router.primaryAddress(instance, List.of())).isEqualTo(IpAddress.of("10.0.0.9"));
	}
}

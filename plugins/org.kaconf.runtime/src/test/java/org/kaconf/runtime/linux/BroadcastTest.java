package org.kaconf.runtime.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.VirtualAddress;

class BroadcastTest {
	private static byte[] of(String prefix, String broadcast) {
		return Broadcast.of(new VirtualAddress(IpPrefix.of(prefix), null, null, null, broadcast, null, null));
	}

	@ParameterizedTest
	@CsvSource({"10.1.2.3/24, +, 10.1.2.255", "10.1.2.3/24, -, 10.1.2.0", "10.1.2.3/32, +, 10.1.2.3", "10.1.2.3/0, +, 255.255.255.255", "10.1.2.3/23, +, 10.1.3.255",
			"10.1.2.3/24, 10.1.2.7, 10.1.2.7"})
	void followsIpAddress(String prefix, String written, String expected) {
		assertThat(of(prefix, written)).isEqualTo(IpAddress.of(expected).bytes());
	}

	@Test
	void isLeftOutWhenNotAskedForAndForIpv6() {
		assertThat(of("10.1.2.3/24", null)).isNull();
		assertThat(of("fe80::1/64", "+")).isNull();
	}
}

package org.kaconf.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
	@ParameterizedTest
	@CsvSource({"10.0.0.1,10.0.0.1", "255.255.255.255,255.255.255.255", "::1,::1", "fe80:0:0:0:1:0:0:1,fe80::1:0:0:1",
			"2001:DB8::0:1,2001:db8::1", "::,::", "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1", "::ffff:1.2.3.4,::ffff:102:304"})
	void printsTheShortestForm(String text, String expected) {
		assertThat(IpAddress.of(text)).hasToString(expected);
		assertThat(IpAddress.of(IpAddress.of(text).bytes())).isEqualTo(IpAddress.of(text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4.", "01.2.3.4567", "localhost", "example.com", "1::2::3", "fe80::1%eth0", ":", "[::1]", "12345::"})
	void refusesWhatIsNoLiteral(String text) {
		assertThat(IpAddress.parse(text)).isEmpty();
	}

	@Test
	void ordersUnsigned() {
		assertThat(IpAddress.of("200.0.0.1")).isGreaterThan(IpAddress.of("100.0.0.1"));
		assertThat(IpAddress.of("fe80::2")).isGreaterThan(IpAddress.of("fe80::1")).isGreaterThan(IpAddress.of("255.0.0.1"));
	}

	@Test
	void knowsMulticastAndLinkLocal() {
		assertThat(IpAddress.of("224.0.0.18").isMulticast()).isTrue();
		assertThat(IpAddress.of("ff02::12").isMulticast()).isTrue();
		assertThat(IpAddress.of("10.0.0.1").isMulticast()).isFalse();
		assertThat(IpAddress.of("fe80::1").isLinkLocal()).isTrue();
		assertThat(IpAddress.of("169.254.1.1").isLinkLocal()).isTrue();
		assertThat(IpAddress.of("2001:db8::1").isLinkLocal()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({"10.0.0.1/24,10.0.0.1/24", "10.0.0.1,10.0.0.1/32", "fe80::1,fe80::1/128", "::/0,::/0"})
	void readsPrefixes(String text, String expected) {
		assertThat(IpPrefix.of(text)).hasToString(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = {"10.0.0.1/33", "10.0.0.1/", "10.0.0.1/-1", "/24", "::1/129", "10.0.0.1/ 4"})
	void refusesBadPrefixes(String text) {
		assertThat(IpPrefix.parse(text)).isEmpty();
	}
}

package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Encapsulation;
import org.kaconf.model.Encapsulation.Kind;
import org.kaconf.model.IpAddress;

/** The bytes that keepalived 2.2.7 sends, seen by strace (but for its padding, which is not zero); what the kernel makes of those that it knows is shown by the live tests. Little-endian machines only. */
class RouteEncapsulationTest {
	private static String bytes(Encapsulation encapsulation) {
		NetlinkMessage message = new NetlinkMessage();
		RouteEncapsulation.of(encapsulation.kind()).write(encapsulation, message);
		return HexFormat.of().formatHex(message.bytes().toArray(JAVA_BYTE));
	}

	private static Encapsulation to(Kind kind, String target) {
		return new Encapsulation(kind, target, null, null, null, null, null, null);
	}

	@Test
	void mpls() {
		assertThat(bytes(to(Kind.MPLS, "100/200"))).isEqualTo("0c000100" + "00064000" + "000c8100");
		assertThat(bytes(to(Kind.MPLS, "0x64"))).isEqualTo("08000100" + "00064100");
	}

	@Test
	void ila() {
		assertThat(bytes(to(Kind.ILA, "2001:db8:1:2"))).isEqualTo("0c000100" + "20010db800010002");
	}

	@Test
	void tunnel() {
		assertThat(bytes(new Encapsulation(Kind.IP, null, "258", IpAddress.of("10.0.0.1"), IpAddress.of("10.9.0.1"), "0x10", 7, 1)))
				.isEqualTo("0c000100" + "0000000000000102" + "08000200" + "0a000001" + "08000300" + "0a090001" + "05000500" + "10000000" + "05000400" + "07000000" + "06000600" + "01000000");
	}
}

package org.kaconf.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;

/** What a master does with every advert makes no garbage. */
class SteadyPathTest {
	private static final int PACKETS = 20_000;
	private static final IpAddress SOURCE = IpAddress.of("10.9.0.1");
	private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
	private static final Authentication SECRET = new Authentication(Type.AH, "s3cret");

	private static long allocated(Runnable once) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		for (int i = 0; i < PACKETS; i++) {
			once.run();
		}
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < PACKETS; i++) {
			once.run();
		}
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	private static void assertAllocatesNothing(Runnable once) {
		// The measuring itself and a late class may allocate something, but nothing that grows with the packets.
		assertThat(allocated(once)).isLessThan(PACKETS);
	}

	private static Advertisement advert(VrrpVersion version, String address, Authentication authentication) {
		return new Advertisement(version, 51, 100, 1_000_000_000L, List.of(IpAddress.of(address)), authentication);
	}

	@Test
	void sendingOverIpv4AllocatesNothing() {
		PreparedPacket packet = PreparedPacket.of(advert(VrrpVersion.V3, "10.9.0.100", Authentication.NONE), SOURCE, GROUP);
		assertAllocatesNothing(() -> packet.next(100));
	}

	@Test
	void sendingOverIpv6AllocatesNothing() {
		PreparedPacket packet = PreparedPacket.of(advert(VrrpVersion.V3, "2001:db8::1", Authentication.NONE), IpAddress.of("fe80::1"), IpAddress.of("ff02::12"));
		assertAllocatesNothing(() -> packet.next(100));
	}

	@Test
	void signingAndCheckingAllocateNothing() {
		PreparedPacket packet = PreparedPacket.of(advert(VrrpVersion.V2, "10.9.0.100", new Authentication(Type.AH, "")), Envelope.of(SOURCE, GROUP),
				new HeaderAuthentication(SECRET));
		HeaderAuthentication receiver = new HeaderAuthentication(SECRET);
		assertAllocatesNothing(() -> {
			if (receiver.check(packet.next(100)) != null) {
				throw new AssertionError("refused");
			}
		});
	}
}

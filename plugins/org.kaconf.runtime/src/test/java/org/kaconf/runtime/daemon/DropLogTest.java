package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.packet.Reason;

class DropLogTest {
	private static final long NOW = -17;

	private static long seconds(long seconds) {
		return NOW + TimeUnit.SECONDS.toNanos(seconds);
	}

	@Test
	void everyReasonIsSaidAtOnceAndThenOnceAMinute() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Log log = new Log(new PrintStream(bytes), false)) {
			DropLog drops = new DropLog(log, "VI_1");
			for (int i = 0; i < 1000; i++) {
				drops.dropped(Reason.AUTH_FAILURE, "received an invalid passwd!", seconds(0));
			}
			drops.dropped(Reason.CHECKSUM_ERROR, "Invalid VRRPv2 checksum", seconds(59));
			drops.dropped(Reason.AUTH_FAILURE, "received an invalid passwd!", seconds(60));
			drops.dropped(Reason.AUTH_FAILURE, "received an invalid passwd!", seconds(61));
			drops.dropped(Reason.AUTH_FAILURE, "received an invalid passwd!", seconds(119));
			drops.dropped(Reason.CHECKSUM_ERROR, "Invalid VRRPv2 checksum", seconds(200));
		}
		assertThat(bytes.toString().lines().map(line -> line.substring(line.indexOf('(')))).containsExactly("(VI_1) received an invalid passwd!",
				"(VI_1) Invalid VRRPv2 checksum", "(VI_1) received an invalid passwd! - and 999 more packets dropped for authFailures since the last such line",
				"(VI_1) Invalid VRRPv2 checksum");
	}
}

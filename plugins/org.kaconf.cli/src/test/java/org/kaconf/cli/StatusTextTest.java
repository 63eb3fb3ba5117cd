package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.Timers;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.runtime.control.NodeStatus.Transition;

class StatusTextTest {
	@Test
	void saysHowThingsStandAndWhy() {
		InstanceStatus instance = new InstanceStatus("VI_1", "BACKUP", 100, 105, 51, "eth0", 2, List.of("10.0.0.100/24", "10.0.0.101/24"), "10.0.0.1", "10.0.0.2", 110,
				new Timers(1000, 1000, 3590, 1234L),
				List.of(new TrackerStatus("script", "chk", -5, false, "bad", -5, false), new TrackerStatus("file", "weight", 2, false, "5", 10, false),
						new TrackerStatus("process", "nginx", 0, true, "good", 0, true)),
				new Counters(7, 9, 1, 2, 5, 1, Map.of("authFailures", 2L)), List.of(new Transition("2026-01-01T00:00:00Z", "BACKUP", 100)));
		NodeStatus status = new NodeStatus("lb1", 42, "1.0", "2026-01-01T00:00:00Z", List.of(instance), List.of());
		assertThat(StatusText.of(status)).isEqualTo("""
				lb1  pid 42, since 2026-01-01T00:00:00Z, Kaconf 1.0
				  INSTANCE  STATE       PRIORITY  VRID  INTERFACE   ADDRESSES
				  VI_1      BACKUP           105    51  eth0        10.0.0.100/24 10.0.0.101/24

				  VI_1
				    priority    105 = 100 configured - 5 chk + 10 weight
				    master      10.0.0.2 with priority 110
				    timers      advert every 1 s, master down after 3.59 s, takes over in 1.234 s
				    script      chk is bad, weight -5
				    file        weight is 5, weight 2
				    process     nginx is good reverse: FAULT
				    adverts     7 sent, 9 received, dropped: authFailures 2; 5 gratuitous ARPs; 1 times master
				    BACKUP      2026-01-01T00:00:00Z with priority 100
				""");
	}
}

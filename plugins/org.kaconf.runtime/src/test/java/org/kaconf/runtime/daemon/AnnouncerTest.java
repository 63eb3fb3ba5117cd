package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.Link;
import org.kaconf.vrrp.machine.Timing;

class AnnouncerTest {
	private static final byte[] HARDWARE = {2, 0, 0, 0, 0, 1};
	private static final Link ETH0 = new Link(2, "eth0", HARDWARE, "", true);
	private static final Link ETH1 = new Link(3, "eth1", HARDWARE, "", true);
	private static final Link VMAC = new Link(4, "vrrp.51", HARDWARE, "macvlan", true);
	private static final long SECOND = 1_000_000_000L;

	private final List<String> sent = new ArrayList<>();
	private final Announcer announcer = new Announcer((announcement, now) -> sent.add(now / SECOND + " " + announcement.link().name() + " " + announcement.address()));

	/** A second between ARP frames, two between neighbour advertisements. */
	private static GratuitousArp paced(int group) {
		return new GratuitousArp(Duration.ofSeconds(5), 5, Duration.ZERO, 1, Duration.ofSeconds(5), 5, Duration.ofSeconds(1), Duration.ofSeconds(2), group, Duration.ZERO, false);
	}

	private static Announcement on(Link link, String address) {
		return new Announcement(link, link == VMAC ? "eth0" : link.name(), IpAddress.of(address));
	}

	private void runUntil(long end) {
		while (announcer.next() <= end) {
			announcer.due(announcer.next());
		}
	}

	@Test
	void sendsAllAtOnceRoundByRound() {
		assertThat(announcer.announce(List.of(on(ETH0, "10.0.0.1"), on(ETH0, "10.0.0.2")), 2, GratuitousArp.DEFAULT, 0)).isEqualTo(4);
		assertThat(sent).containsExactly("0 eth0 10.0.0.1", "0 eth0 10.0.0.2", "0 eth0 10.0.0.1", "0 eth0 10.0.0.2");
		assertThat(announcer.next()).isEqualTo(Timing.NEVER);
	}

	/** The first at once; all others once, whatever the rounds: so keepalived does it. */
	@Test
	void pausesBetweenFramesOfASegment() {
		assertThat(announcer.announce(List.of(on(ETH0, "10.0.0.1"), on(ETH0, "10.0.0.2"), on(VMAC, "10.0.0.3"), on(ETH1, "10.0.1.1")), 5, paced(0), 0)).isEqualTo(2);
		runUntil(100 * SECOND);
		assertThat(sent).containsExactly("0 eth0 10.0.0.1", "0 eth1 10.0.1.1", "1 eth0 10.0.0.2", "1 eth1 10.0.1.1", "2 vrrp.51 10.0.0.3", "3 eth0 10.0.0.1");
		announcer.announce(List.of(on(ETH0, "10.0.0.1")), 1, paced(0), 200 * SECOND);
		assertThat(sent).last().isEqualTo("200 eth0 10.0.0.1");
	}

	@Test
	void interfacesOfAGroupWaitForEachOther() {
		announcer.announce(List.of(on(ETH0, "10.0.0.1"), on(ETH1, "10.0.1.1")), 1, paced(7), 0);
		runUntil(100 * SECOND);
		assertThat(sent).containsExactly("0 eth0 10.0.0.1", "1 eth1 10.0.1.1");
	}

	@Test
	void neighbourAdvertisementsHaveAPaceOfTheirOwn() {
		announcer.announce(List.of(on(ETH0, "10.0.0.1"), on(ETH0, "2001:db8::1"), on(ETH0, "10.0.0.2"), on(ETH0, "2001:db8::2")), 1, paced(0), 0);
		runUntil(100 * SECOND);
		assertThat(sent).containsExactly("0 eth0 10.0.0.1", "0 eth0 2001:db8::1", "1 eth0 10.0.0.2", "2 eth0 2001:db8::2");
	}

	@Test
	void saysNothingOfAnAddressThatHasGone() {
		announcer.announce(List.of(on(ETH0, "10.0.0.1"), on(ETH0, "10.0.0.2"), on(ETH0, "10.0.0.3")), 1, paced(0), 0);
		announcer.forget(IpAddress.of("10.0.0.2"));
		runUntil(100 * SECOND);
		assertThat(sent).containsExactly("0 eth0 10.0.0.1", "1 eth0 10.0.0.3");
	}
}

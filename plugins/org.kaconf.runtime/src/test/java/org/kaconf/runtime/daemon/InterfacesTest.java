package org.kaconf.runtime.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaconf.model.IpPrefix;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;

class InterfacesTest {
	private static final byte[] HARDWARE = {2, 0, 0, 0, 0, 1};
	private static final Link ETH0 = new Link(2, "eth0", HARDWARE, "", true);
	private static final Link ETH1 = new Link(3, "eth1", HARDWARE, "", true);
	private final Interfaces interfaces = new Interfaces();

	InterfacesTest() {
		interfaces.put(ETH0);
		interfaces.put(ETH1);
	}

	@Test
	void knowWhichHaveGoneUnheard() {
		assertThat(interfaces.missing(List.of(ETH1))).containsExactly(ETH0);
		assertThat(interfaces.missing(List.of(ETH1, ETH0))).isEmpty();
	}

	@Test
	void knowTheFormerNameOfARenamedOne() {
		assertThat(interfaces.formerly(new Link(3, "lan", HARDWARE, "", true))).contains(ETH1);
		assertThat(interfaces.formerly(new Link(3, "eth1", HARDWARE, "", false))).isEmpty();
		assertThat(interfaces.formerly(new Link(4, "eth2", HARDWARE, "", true))).isEmpty();
	}

	@Test
	void knowWhatIsOldNews() {
		assertThat(interfaces.isOutdated(new Link(3, "eth0", HARDWARE, "", true))).isTrue();
		assertThat(interfaces.isOutdated(new Link(2, "eth0", HARDWARE, "", false))).isFalse();
		assertThat(interfaces.isOutdated(new Link(3, "eth2", HARDWARE, "", true))).as("a new one, or a new name").isFalse();
		interfaces.remove(ETH0);
		assertThat(interfaces.isOutdated(new Link(9, "eth0", HARDWARE, "", true))).isFalse();
	}

	@Test
	void giveAnAddressOutOnceIpv6HasRuledOutADuplicate() {
		IpPrefix prefix = IpPrefix.of("fe80::1/64");
		interfaces.add(new LinkAddress(2, prefix, false));
		assertThat(interfaces.addresses(ETH0)).isEmpty();
		interfaces.add(new LinkAddress(2, prefix, true));
		assertThat(interfaces.addresses(ETH0)).containsExactly(prefix.address());
		assertThat(interfaces.addresses(ETH1)).isEmpty();
		// What the kernel says of an address that goes differs in its flags.
		interfaces.remove(new LinkAddress(2, prefix, false));
		assertThat(interfaces.addresses(ETH0)).isEmpty();
	}
}

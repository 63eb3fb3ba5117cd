package org.kaconf.lang.build;

import java.util.Map;
import java.util.function.BiConsumer;

import org.kaconf.model.Encapsulation;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.NextHop;

/** Where a route goes next, while it is read. */
final class NextHopDraft {
	private static final long GREATEST_WEIGHT = 256;
	static final Map<String, BiConsumer<NextHopDraft, WordCursor>> OPTIONS = Map.of("via", NextHopDraft::readGateway,
			"dev", (n, in) -> n.device = in.next(),
			"weight", (n, in) -> n.setWeight(in),
			"onlink", (n, in) -> n.onLink = true,
			"realms", (n, in) -> {
				in.agree(Family.IPV4);
				n.realms = in.next();
			},
			"encap", (n, in) -> n.encapsulation = EncapsulationDraft.read(in));

	private IpAddress gateway;
	private String device;
	private int weight = NextHop.NONE.weight();
	private boolean onLink;
	private String realms;
	private Encapsulation encapsulation;

	private void readGateway(WordCursor in) {
		if (in.take("inet")) {
			in.agree(Family.IPV4);
		} else if (in.take("inet6")) {
			in.agree(Family.IPV6);
		}
		gateway = in.address();
	}

	private void setWeight(WordCursor in) {
		weight = (int) in.number(GREATEST_WEIGHT);
		if (weight == 0) {
			in.refuse();
		}
	}

	void setGateway(IpAddress address) {
		gateway = address;
	}

	/** A next hop of the gateway alone, which this one then has no more. */
	NextHop takeGateway() {
		NextHop taken = new NextHop(gateway, null, NextHop.NONE.weight(), false, null, null);
		gateway = null;
		return taken;
	}

	NextHop build() {
		return new NextHop(gateway, device, weight, onLink, realms, encapsulation);
	}
}

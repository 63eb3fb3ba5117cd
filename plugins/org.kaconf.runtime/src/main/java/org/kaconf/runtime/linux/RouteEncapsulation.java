package org.kaconf.runtime.linux;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.kaconf.model.Encapsulation;
import org.kaconf.runtime.linux.RoutingNames.Kind;

/** How packets of a route are wrapped, in the kernel's form (include/uapi/linux/lwtunnel.h, mpls_iptunnel.h, ila.h). */
enum RouteEncapsulation {
	MPLS(1, RouteEncapsulation::writeLabels), IP(2, RouteEncapsulation::writeTunnel), ILA(3, RouteEncapsulation::writeLocator),
	IP6(4, RouteEncapsulation::writeTunnel);

	private static final int TARGET = 1;
	/** LWTUNNEL_IP_ID and so on; those of IPv6 have the same numbers. */
	private static final int ID = 1;
	private static final int DESTINATION = 2;
	private static final int SOURCE = 3;
	private static final int HOP_LIMIT = 4;
	private static final int TRAFFIC_CLASS = 5;
	private static final int FLAGS = 6;
	/** An MPLS label stack entry (RFC 3032): the label's place, and the bit that says that it is the last. */
	private static final int LABEL_SHIFT = 12;
	private static final int BOTTOM_OF_STACK = 1 << 8;

	private final int type;
	private final BiConsumer<Encapsulation, NetlinkMessage> writer;

	RouteEncapsulation(int type, BiConsumer<Encapsulation, NetlinkMessage> writer) {
		this.type = type;
		this.writer = writer;
	}

	static RouteEncapsulation of(Encapsulation.Kind kind) {
		return valueOf(kind.name());
	}

	/** LWTUNNEL_ENCAP_MPLS and so on. */
	int type() {
		return type;
	}

	void write(Encapsulation encapsulation, NetlinkMessage message) {
		writer.accept(encapsulation, message);
	}

	private static void writeLabels(Encapsulation encapsulation, NetlinkMessage message) {
		String[] labels = encapsulation.target().split("/");
		ByteBuffer stack = ByteBuffer.allocate(Integer.BYTES * labels.length);
		for (int i = 0; i < labels.length; i++) {
			stack.putInt(Integer.decode(labels[i]) << LABEL_SHIFT | (i == labels.length - 1 ? BOTTOM_OF_STACK : 0));
		}
		message.attribute(TARGET, stack.array());
	}

	/** Four groups of 16 bits in hexadecimal. */
	private static void writeLocator(Encapsulation encapsulation, NetlinkMessage message) {
		ByteBuffer locator = ByteBuffer.allocate(Long.BYTES);
		for (String group : encapsulation.target().split(":")) {
			locator.putShort((short) Integer.parseInt(group, 16));
		}
		message.attribute(TARGET, locator.array());
	}

	private static void writeTunnel(Encapsulation encapsulation, NetlinkMessage message) {
		if (encapsulation.id() != null) {
			message.attribute(ID, ByteBuffer.allocate(Long.BYTES).putLong(new BigInteger(encapsulation.id()).longValue()).array());
		}
		if (encapsulation.destination() != null) {
			message.attribute(DESTINATION, encapsulation.destination().bytes());
		}
		if (encapsulation.source() != null) {
			message.attribute(SOURCE, encapsulation.source().bytes());
		}
		if (encapsulation.trafficClass() != null) {
			message.byteAttribute(TRAFFIC_CLASS, RoutingNames.number(Kind.TOS, encapsulation.trafficClass()));
		}
		if (encapsulation.hopLimit() != null) {
			message.byteAttribute(HOP_LIMIT, encapsulation.hopLimit());
		}
		if (encapsulation.flags() != null) {
			message.shortAttribute(FLAGS, encapsulation.flags());
		}
	}
}

package org.kaconf.lang.build;

import java.util.Map;
import java.util.function.BiConsumer;

import org.kaconf.model.Encapsulation;
import org.kaconf.model.Encapsulation.Kind;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** {@code encap} of a route while it is read. */
final class EncapsulationDraft {
	private static final Map<String, Kind> KINDS = Map.of("mpls", Kind.MPLS, "ip", Kind.IP, "ip6", Kind.IP6, "ila", Kind.ILA);
	private static final Map<String, BiConsumer<EncapsulationDraft, WordCursor>> OF_TUNNELS = Map.of("id", (e, in) -> e.id = in.next(),
			"dst", (e, in) -> e.destination = e.address(in),
			"src", (e, in) -> e.source = e.address(in),
			"tos", (e, in) -> e.trafficClass = in.next(),
			"tc", (e, in) -> e.trafficClass = in.next(),
			"ttl", (e, in) -> e.hopLimit = (int) in.number(255),
			"hoplimit", (e, in) -> e.hopLimit = (int) in.number(255),
			"flags", (e, in) -> e.flags = (int) in.number(65_535));

	private final Kind kind;
	private String target;
	private String id;
	private IpAddress destination;
	private IpAddress source;
	private String trafficClass;
	private Integer hopLimit;
	private Integer flags;

	private EncapsulationDraft(Kind kind) {
		this.kind = kind;
	}

	/** An address of the tunnel, whose family is not that of the route. */
	private IpAddress address(WordCursor in) {
		Family family = kind == Kind.IP ? Family.IPV4 : Family.IPV6;
		IpAddress address = IpAddress.parse(in.next()).filter(a -> a.family() == family).orElse(null);
		if (address == null) {
			in.refuse();
		}
		return address;
	}

	static Encapsulation read(WordCursor in) {
		Kind kind = KINDS.get(in.next());
		if (kind == null) {
			in.refuse();
			return null;
		}
		EncapsulationDraft draft = new EncapsulationDraft(kind);
		if (kind == Kind.MPLS || kind == Kind.ILA) {
			draft.target = in.next();
		} else {
			while (OF_TUNNELS.containsKey(in.peek())) {
				OF_TUNNELS.get(in.next()).accept(draft, in);
			}
		}
		return new Encapsulation(kind, draft.target, draft.id, draft.destination, draft.source, draft.trafficClass, draft.hopLimit, draft.flags);
	}
}

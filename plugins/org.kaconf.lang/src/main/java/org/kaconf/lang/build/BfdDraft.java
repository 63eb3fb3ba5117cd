package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.BfdInstance;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origins;

/** A {@code bfd_instance} while it is read. */
final class BfdDraft {
	private static final int LONGEST_NAME = 31;
	private static final int TTL_IPV4 = 255;
	private static final int HOP_LIMIT_IPV6 = 64;
	private static final BlockReader<BfdDraft> READER = new BlockReader<BfdDraft>("bfd_instance")
			.on("neighbor_ip", (b, line) -> line.address(0).ifPresent(v -> b.neighbour = v))
			.on("source_ip", (b, line) -> line.address(0).ifPresent(v -> b.source = v))
			.on("min_rx", (b, line) -> line.number(0).ifPresent(v -> b.minReceive = milliseconds(v)))
			.on("min_tx", (b, line) -> line.number(0).ifPresent(v -> b.minTransmit = milliseconds(v)))
			.on("idle_tx", (b, line) -> line.number(0).ifPresent(v -> b.idleTransmit = milliseconds(v)))
			.on("multiplier", (b, line) -> line.integer(0).ifPresent(v -> b.multiplier = v))
			.on("passive", (b, line) -> b.passive = true)
			.on("ttl", (b, line) -> line.integer(0).ifPresent(v -> b.ttl = v))
			.on("max_hops", (b, line) -> line.integer(0).ifPresent(v -> b.maxHops = v))
			.on("multihop", (b, line) -> line.flag().ifPresent(v -> b.multihop = v))
			.on("weight", (b, line) -> line.integer(0).ifPresent(v -> {
				b.weight = v;
				b.reverse = line.words().size() > 1 && line.raw(1).equals("reverse");
			}))
			.on("vrrp", (b, line) -> b.vrrp = true)
			.on("checker", (b, line) -> b.checker = true);

	private IpAddress neighbour;
	private IpAddress source;
	private Duration minReceive = Duration.ofMillis(10);
	private Duration minTransmit = Duration.ofMillis(10);
	private Duration idleTransmit = Duration.ofSeconds(1);
	private int multiplier = 5;
	private boolean passive;
	private int ttl;
	private int maxHops;
	private boolean multihop;
	private int weight;
	private boolean reverse;
	private boolean vrrp;
	private boolean checker;

	private static Duration milliseconds(BigDecimal value) {
		return Numbers.toSeconds(value.movePointLeft(3));
	}

	/** A session; empty when it has no name that is valid or no neighbour, or a source of another family, which keepalived removes. */
	static Optional<BfdSession> build(BfdInstance statement, Context context) {
		BfdDraft draft = new BfdDraft();
		Origins.Builder origins = Origins.at(context.places().of(Regions.head(statement)));
		READER.read(statement.getBlock(), draft, origins, context);
		boolean usable = statement.getName() != null && statement.getName().length() <= LONGEST_NAME && draft.neighbour != null
				&& (draft.source == null || draft.source.family() == draft.neighbour.family());
		return usable ? Optional.of(draft.build(statement.getName(), origins.build())) : Optional.empty();
	}

	private BfdSession build(String name, Origins origins) {
		int effectiveTtl = ttl != 0 ? ttl : neighbour.family() == Family.IPV4 ? TTL_IPV4 : HOP_LIMIT_IPV6;
		return new BfdSession(name, neighbour, source, minReceive, minTransmit, idleTransmit, multiplier, passive, effectiveTtl,
				Math.min(maxHops, effectiveTtl), multihop, weight, reverse, vrrp || !checker, origins);
	}
}

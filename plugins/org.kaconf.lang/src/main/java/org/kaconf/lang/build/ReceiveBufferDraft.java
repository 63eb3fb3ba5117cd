package org.kaconf.lang.build;

import java.util.Locale;
import java.util.function.Function;

import org.kaconf.model.ReceiveBuffers;

/** Sizes of receive buffers while they are read. */
final class ReceiveBufferDraft {
	private boolean perMtu;
	private boolean perAdvert;
	private Long size;
	private int multiplier = ReceiveBuffers.DEFAULT.multiplier();

	static <T> void addTo(BlockReader<T> reader, Function<T, ReceiveBufferDraft> buffers) {
		reader.on("vrrp_rx_bufs_policy", (t, line) -> line.words().forEach(buffers.apply(t)::addPolicy))
				.on("vrrp_rx_bufs_multiplier", (t, line) -> line.integer(0).ifPresent(v -> buffers.apply(t).multiplier = v));
	}

	private void addPolicy(String word) {
		switch (word.toUpperCase(Locale.ROOT)) {
			case "MTU" -> perMtu = true;
			case "ADVERT" -> perAdvert = true;
			default -> Numbers.parse(word).filter(n -> n.signum() >= 0 && n.scale() <= 0).ifPresent(n -> size = n.longValue());
		}
	}

	/** A size wins over MTU, and that over the size of adverts. */
	ReceiveBuffers build() {
		ReceiveBuffers.Policy policy = size != null ? ReceiveBuffers.Policy.SIZE
				: perMtu ? ReceiveBuffers.Policy.MTU : perAdvert ? ReceiveBuffers.Policy.ADVERT : null;
		return new ReceiveBuffers(policy, size == null ? 0 : size, multiplier);
	}
}

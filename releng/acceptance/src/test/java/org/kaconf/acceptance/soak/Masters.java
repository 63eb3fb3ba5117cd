package org.kaconf.acceptance.soak;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.runtime.network.PacketCapture;

/** Who is master, by the adverts that all nodes on the segment can hear. */
final class Masters {
	/** Of the soak's configuration. */
	static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
	/** Who has not sent for so long is no master any more. */
	private static final long SILENCE = INTERVAL * 3 / 2;

	private final PacketCapture segment;
	private final Map<Integer, Map<IpAddress, Long>> lastAdverts = new HashMap<>();
	private final Map<Integer, Long> splits = new HashMap<>();
	private long read = Long.MIN_VALUE;
	private long longestSplit;

	Masters(PacketCapture segment) {
		this.segment = segment;
	}

	/** The addresses that adverts of a virtual router came from of late. */
	Set<IpAddress> of(int virtualRouterId, long now) {
		long since = now - 3 * INTERVAL;
		return adverts(since).stream().filter(f -> f.virtualRouterId() == virtualRouterId).map(Frame::source).collect(Collectors.toSet());
	}

	private Collection<Frame> adverts(long since) {
		return segment.frames(f -> f.nanos() > since && f.isVrrp() && f.priority() > 0);
	}

	/** How long there were two masters of one virtual router at a time, at most, until now. */
	long longestSplit() {
		List<Frame> news = List.copyOf(adverts(read));
		for (Frame advert : news) {
			Map<IpAddress, Long> last = lastAdverts.computeIfAbsent(advert.virtualRouterId(), id -> new HashMap<>());
			last.put(advert.source(), advert.nanos());
			if (last.values().stream().filter(nanos -> nanos > advert.nanos() - SILENCE).count() > 1) {
				long since = splits.computeIfAbsent(advert.virtualRouterId(), id -> advert.nanos());
				longestSplit = Math.max(longestSplit, advert.nanos() - since);
			} else {
				splits.remove(advert.virtualRouterId());
			}
			read = advert.nanos();
		}
		return longestSplit;
	}
}

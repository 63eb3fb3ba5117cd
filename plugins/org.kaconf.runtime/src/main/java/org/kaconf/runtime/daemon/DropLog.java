package org.kaconf.runtime.daemon;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.packet.Reason;

/** Says why packets of one virtual router are dropped: for each reason at once, and after that once a minute as long as it goes on. */
final class DropLog {
	private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

	/** What was said of one reason. */
	private static final class Said {
		private long at;
		private long unsaidSince;
	}

	private final Map<Reason, Said> said = new EnumMap<>(Reason.class);
	private final Log log;
	private final String instance;

	DropLog(Log log, String instance) {
		this.log = log;
		this.instance = instance;
	}

	/** @param now of {@link System#nanoTime()} */
	void dropped(Reason reason, String text, long now) {
		Said last = said.get(reason);
		if (last == null) {
			last = new Said();
			said.put(reason, last);
		} else if (now - last.at < PAUSE_NANOS) {
			last.unsaidSince++;
			return;
		}
		log.info("(" + instance + ") " + text + (last.unsaidSince == 0 ? "" : " - and " + last.unsaidSince + " more packets dropped for " + reason.statistic()
				+ " since the last such line"));
		last.at = now;
		last.unsaidSince = 0;
	}
}

package org.kaconf.lang.build;

import java.time.Duration;
import java.util.function.Function;

import org.kaconf.model.GratuitousArp;

/** Settings of gratuitous ARP while they are read. */
final class GarpDraft {
	Duration masterDelay = GratuitousArp.DEFAULT.masterDelay();
	int masterRepeat = GratuitousArp.DEFAULT.masterRepeat();
	Duration masterRefresh = GratuitousArp.DEFAULT.masterRefresh();
	int masterRefreshRepeat = GratuitousArp.DEFAULT.masterRefreshRepeat();
	/** {@code null} for that of a new master. */
	Duration lowerPriorityDelay;
	/** {@code null} for that of a new master. */
	Integer lowerPriorityRepeat;

	GarpDraft() {
	}

	GarpDraft(GarpDraft defaults) {
		masterDelay = defaults.masterDelay;
		masterRepeat = defaults.masterRepeat;
		masterRefresh = defaults.masterRefresh;
		masterRefreshRepeat = defaults.masterRefreshRepeat;
		lowerPriorityDelay = defaults.lowerPriorityDelay;
		lowerPriorityRepeat = defaults.lowerPriorityRepeat;
	}

	/** {@code vrrp_min_garp}: one frame on becoming master and no more. */
	void least() {
		masterDelay = Duration.ZERO;
		masterRepeat = 1;
		masterRefresh = Duration.ZERO;
		masterRefreshRepeat = 1;
		lowerPriorityDelay = Duration.ZERO;
		lowerPriorityRepeat = 1;
	}

	/** @param strict whether only what the standard knows is done: nothing on an advert of lower priority */
	GratuitousArp build(Duration interval, boolean strict) {
		Duration lowerDelay = strict ? Duration.ZERO : lowerPriorityDelay == null ? masterDelay : lowerPriorityDelay;
		int lowerRepeat = strict ? 0 : lowerPriorityRepeat == null ? masterRepeat : lowerPriorityRepeat;
		return new GratuitousArp(masterDelay, masterRepeat, masterRefresh, masterRefreshRepeat, lowerDelay, lowerRepeat, interval);
	}

	/** Adds the keywords of these settings to a table. @param prefix what stands in front of each keyword */
	static <T> void addTo(BlockReader<T> reader, String prefix, Function<T, GarpDraft> garp) {
		reader.on(prefix + "garp_master_delay", (t, line) -> line.seconds(0).ifPresent(v -> garp.apply(t).masterDelay = v))
				.on(prefix + "garp_master_repeat", (t, line) -> line.integer(0).ifPresent(v -> garp.apply(t).masterRepeat = Math.max(1, v)))
				.on(prefix + "garp_master_refresh", (t, line) -> line.seconds(0).ifPresent(v -> garp.apply(t).masterRefresh = v))
				.on(prefix + "garp_master_refresh_repeat", (t, line) -> line.integer(0).ifPresent(v -> garp.apply(t).masterRefreshRepeat = Math.max(1, v)))
				.on(prefix + "garp_lower_prio_delay", (t, line) -> line.seconds(0).ifPresent(v -> garp.apply(t).lowerPriorityDelay = v))
				.on(prefix + "garp_lower_prio_repeat", (t, line) -> line.integer(0).ifPresent(v -> garp.apply(t).lowerPriorityRepeat = v));
	}
}

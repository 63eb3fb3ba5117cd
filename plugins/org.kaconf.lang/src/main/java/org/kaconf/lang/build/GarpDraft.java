package org.kaconf.lang.build;

import java.time.Duration;
import java.util.function.Function;

import org.kaconf.model.GratuitousArp;

/** Settings of gratuitous ARP while they are read. */
final class GarpDraft {
	private Duration masterDelay = GratuitousArp.DEFAULT.masterDelay();
	private int masterRepeat = GratuitousArp.DEFAULT.masterRepeat();
	private Duration masterRefresh = GratuitousArp.DEFAULT.masterRefresh();
	private int masterRefreshRepeat = GratuitousArp.DEFAULT.masterRefreshRepeat();
	/** {@code null} when nothing is said. */
	private Duration lowerPriorityDelay;
	/** {@code null} when nothing is said. */
	private Integer lowerPriorityRepeat;
	/** {@code null} when nothing is said. */
	private Duration extraInterval;
	private boolean extraOnAll;

	GarpDraft() {
	}

	/** The settings that an instance takes over when it begins. What follows an advert of lower priority goes by the defaults, not by its own settings. */
	GarpDraft(GarpDraft defaults) {
		masterDelay = defaults.masterDelay;
		masterRepeat = defaults.masterRepeat;
		masterRefresh = defaults.masterRefresh;
		masterRefreshRepeat = defaults.masterRefreshRepeat;
	}

	/** {@code vrrp_min_garp}: one frame on becoming master and no more, but for what differs from the defaults already. */
	void least() {
		masterRepeat = masterRepeat == GratuitousArp.DEFAULT.masterRepeat() ? 1 : masterRepeat;
		masterRefreshRepeat = masterRefreshRepeat == GratuitousArp.DEFAULT.masterRefreshRepeat() ? 0 : masterRefreshRepeat;
		masterDelay = masterDelay.equals(GratuitousArp.DEFAULT.masterDelay()) ? Duration.ZERO : masterDelay;
	}

	/**
	 * @param globals those of all instances
	 * @param pace of the interface
	 * @param strict whether only what the standard knows is done: nothing on an advert of lower priority
	 */
	GratuitousArp build(GarpDraft globals, GarpPace pace, boolean strict) {
		Duration lowerDelay = lowerPriorityDelay != null ? lowerPriorityDelay : globals.lowerPriorityDelay != null ? globals.lowerPriorityDelay : globals.masterDelay;
		int lowerRepeat = lowerPriorityRepeat != null ? lowerPriorityRepeat : globals.lowerPriorityRepeat != null ? globals.lowerPriorityRepeat : globals.masterRepeat;
		GarpDraft extra = extraInterval == null ? globals : this;
		return new GratuitousArp(masterDelay, masterRepeat, masterRefresh, masterRefreshRepeat, strict ? Duration.ZERO : lowerDelay, strict ? 0 : lowerRepeat,
				pace.arp(), pace.neighbour(), pace.group(), extra.extraInterval == null ? Duration.ZERO : extra.extraInterval, extraOnAll || extra.extraOnAll);
	}

	/** Adds the keywords of these settings to a table. @param prefix what stands in front of each keyword */
	static <T> void addTo(BlockReader<T> reader, String prefix, Function<T, GarpDraft> garp) {
		reader.on(prefix + "garp_master_delay", (t, line) -> line.seconds(0).ifPresent(v -> garp.apply(t).masterDelay = v))
				.on(prefix + "garp_master_repeat", (t, line) -> line.atLeast(1, 0).ifPresent(v -> garp.apply(t).masterRepeat = v))
				.on(prefix + "garp_master_refresh", (t, line) -> garp.apply(t).masterRefresh = line.seconds(0).orElse(Duration.ZERO))
				.on(prefix + "garp_master_refresh_repeat", (t, line) -> line.atLeast(1, 0).ifPresent(v -> garp.apply(t).masterRefreshRepeat = v))
				.on(prefix + "garp_lower_prio_delay", (t, line) -> line.seconds(0).ifPresent(v -> garp.apply(t).lowerPriorityDelay = v))
				.on(prefix + "garp_lower_prio_repeat", (t, line) -> line.integer(0).ifPresent(v -> garp.apply(t).lowerPriorityRepeat = v))
				.on(prefix + "garp_extra_if", (t, line) -> garp.apply(t).setExtra(line)).on(prefix + "vmac_garp_intvl", (t, line) -> garp.apply(t).setExtra(line));
	}

	private void setExtra(Line line) {
		for (String word : line.words()) {
			if (word.equals("all")) {
				extraOnAll = true;
			} else {
				Numbers.integer(word).filter(v -> v >= 0 && v <= 86_400).ifPresent(v -> extraInterval = Duration.ofSeconds(v));
			}
		}
	}
}

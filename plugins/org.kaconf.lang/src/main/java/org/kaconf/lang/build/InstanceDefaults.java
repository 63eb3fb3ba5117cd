package org.kaconf.lang.build;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;

/** What {@code global_defs} hands to instances. */
final class InstanceDefaults {
	VrrpVersion version = VrrpVersion.V2;
	boolean strict;
	IpAddress group4 = Instance.MULTICAST_IPV4;
	IpAddress group6 = Instance.MULTICAST_IPV6;
	final GarpDraft garp = new GarpDraft();
	Duration garpInterval = Duration.ZERO;
	Duration neighbourInterval = Duration.ZERO;
	int downTimerAdverts = 3;
	boolean lowerPriorityNoAdvert;
	boolean higherPrioritySendAdvert;
	boolean skipAddressCheck;
	boolean checkUnicastSource;
	boolean notifyPriorityChanges;
	boolean checksumAsV2;
	boolean ownerIgnoresAdverts;

	static <T> void addTo(BlockReader<T> reader, Function<T, InstanceDefaults> defaults) {
		reader.on("vrrp_version", (t, line) -> line.integer(0).ifPresent(v -> defaults.apply(t).version = v == 3 ? VrrpVersion.V3 : VrrpVersion.V2))
				.on("vrrp_strict", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).strict = v))
				.on("vrrp_mcast_group4", (t, line) -> group(line, Family.IPV4, v -> defaults.apply(t).group4 = v))
				.on("vrrp_mcast_group6", (t, line) -> group(line, Family.IPV6, v -> defaults.apply(t).group6 = v))
				.on("vrrp_garp_interval", (t, line) -> line.seconds(0).ifPresent(v -> defaults.apply(t).garpInterval = v))
				.on("vrrp_gna_interval", (t, line) -> line.seconds(0).ifPresent(v -> defaults.apply(t).neighbourInterval = v))
				.on("vrrp_min_garp", (t, line) -> line.flag().filter(v -> v).ifPresent(v -> defaults.apply(t).garp.least()))
				.on("vrrp_down_timer_adverts", (t, line) -> line.integer(0).ifPresent(v -> defaults.apply(t).downTimerAdverts = v))
				.on("vrrp_lower_prio_no_advert", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).lowerPriorityNoAdvert = v))
				.on("vrrp_higher_prio_send_advert", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).higherPrioritySendAdvert = v))
				.on("vrrp_skip_check_adv_addr", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).skipAddressCheck = v))
				.on("vrrp_check_unicast_src", (t, line) -> defaults.apply(t).checkUnicastSource = true)
				.on("vrrp_notify_priority_changes", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).notifyPriorityChanges = v))
				.on("v3_checksum_as_v2", (t, line) -> defaults.apply(t).checksumAsV2 = true)
				.on("vrrp_owner_ignore_adverts", (t, line) -> line.flag().ifPresent(v -> defaults.apply(t).ownerIgnoresAdverts = v));
		GarpDraft.addTo(reader, "vrrp_", t -> defaults.apply(t).garp);
	}

	private static void group(Line line, Family family, Consumer<IpAddress> setter) {
		line.address(0).filter(a -> a.isMulticast() && a.family() == family).ifPresent(setter);
	}
}

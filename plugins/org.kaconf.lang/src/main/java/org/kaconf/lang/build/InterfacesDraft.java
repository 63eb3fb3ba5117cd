package org.kaconf.lang.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kaconf.lang.kaconf.Block;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.model.InterfaceSettings.Linkbeat;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;

/** What is said about interfaces apart from instances: delays of their links, how they are polled, how fast ARP may leave them. */
final class InterfacesDraft {
	private static final Duration LONGEST_DELAY = Duration.ofSeconds(255);
	private static final Map<String, Linkbeat> LINKBEATS = Map.of("MII", Linkbeat.MII, "ETHTOOL", Linkbeat.ETHTOOL, "IOCTL", Linkbeat.IOCTL);
	private static final BlockReader<GarpGroup> GARP_GROUP = new BlockReader<GarpGroup>("garp_group")
			.on("garp_interval", (g, line) -> line.seconds(0).ifPresent(v -> g.arp = v))
			.on("gna_interval", (g, line) -> line.seconds(0).ifPresent(v -> g.neighbour = v))
			.on("interface", (g, line) -> line.word(0).ifPresent(g.interfaces::add))
			.on("interfaces", (g, line) -> {
				g.shared = true;
				g.interfaces.addAll(EntryLine.words(line.statement().getBlock()));
			});

	private final Map<String, InterfaceSettings> settings = new LinkedHashMap<>();
	private final Map<String, GarpPace> paces = new HashMap<>();
	private int sharedPaces;
	private boolean pollAll;

	/** A {@code garp_group} while it is read. */
	private static final class GarpGroup {
		private Duration arp;
		private Duration neighbour;
		private final List<String> interfaces = new ArrayList<>();
		/** Whether its interfaces wait for each other. */
		private boolean shared;
	}

	void readDelays(Statement statement, Context context) {
		EntryLine.read(statement.getBlock(), "interface_up_down_delays", context, line -> {
			Duration down = delay(line, 0);
			Duration up = line.words().size() > 1 ? delay(line, 1) : Duration.ZERO;
			if (down != null && up != null) {
				put(new InterfaceSettings(line.subject(), down, up, of(line).linkbeat(), line.origins()));
			}
		});
	}

	/** {@code null} when there is none that keepalived takes. */
	private static Duration delay(EntryLine line, int index) {
		return index >= line.words().size() ? null
				: Numbers.parse(line.words().get(index)).filter(n -> n.signum() >= 0).map(Numbers::toSeconds).filter(d -> d.compareTo(LONGEST_DELAY) <= 0).orElse(null);
	}

	void readLinkbeat(Statement statement, Context context) {
		EntryLine.read(statement.getBlock(), "linkbeat_interfaces", context, line -> {
			Linkbeat linkbeat = line.words().isEmpty() ? Linkbeat.ANY : LINKBEATS.getOrDefault(line.words().getFirst(), Linkbeat.ANY);
			put(new InterfaceSettings(line.subject(), of(line).downDelay(), of(line).upDelay(), linkbeat, line.origins()));
		});
	}

	private InterfaceSettings of(EntryLine line) {
		return settings.getOrDefault(line.subject(), new InterfaceSettings(line.subject(), Duration.ZERO, Duration.ZERO, null, Origins.NONE));
	}

	private void put(InterfaceSettings interfaceSettings) {
		settings.put(interfaceSettings.name(), interfaceSettings);
	}

	/** Reads a {@code garp_group}: one without a pace is removed, and an interface stays in its first group. */
	void readGarpGroup(Block block, Context context) {
		GarpGroup group = new GarpGroup();
		GARP_GROUP.read(block, group, Origins.at(Origin.NONE), context);
		if (group.arp == null && group.neighbour == null) {
			return;
		}
		int number = group.shared ? ++sharedPaces : 0;
		GarpPace pace = new GarpPace(orZero(group.arp), orZero(group.neighbour), number);
		group.interfaces.forEach(name -> paces.putIfAbsent(name, pace));
	}

	private static Duration orZero(Duration duration) {
		return duration == null ? Duration.ZERO : duration;
	}

	/** {@code linkbeat_use_polling} of the top level. */
	void pollAll() {
		pollAll = true;
	}

	boolean pollsAll() {
		return pollAll;
	}

	/** The pace of an interface: that of its group, or else the same for all. */
	GarpPace pace(String interfaceName, InstanceDefaults defaults) {
		GarpPace pace = paces.get(interfaceName);
		return pace == null ? new GarpPace(defaults.garpInterval, defaults.neighbourInterval, 0) : pace;
	}

	List<InterfaceSettings> build() {
		return List.copyOf(settings.values());
	}
}

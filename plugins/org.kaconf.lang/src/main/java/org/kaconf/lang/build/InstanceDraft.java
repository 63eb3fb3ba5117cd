package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** A {@code vrrp_instance} while it is read. What depends on the whole text is decided by {@link #build}, as in keepalived. */
final class InstanceDraft {
	private static final int DEFAULT_PRIORITY = 100;
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final Duration STEP = Duration.ofMillis(10);
	private static final Duration LONGEST_V3 = Duration.ofMillis(40_950);
	private static final BlockReader<InstanceDraft> AUTHENTICATION = new BlockReader<InstanceDraft>("vrrp_instance/authentication")
			.on("auth_type", (i, line) -> line.word(0).ifPresent(v -> i.authenticationType = Authentication.Type.valueOf(v)))
			.on("auth_pass", (i, line) -> i.password = line.has(0) ? line.raw(0) : i.password);

	final String name;
	final Tracking tracking = new Tracking();
	private final Context context;
	private final Origins.Builder origins;
	private final GarpDraft garp;
	private final NotifyDraft notify = new NotifyDraft();
	private InitialState state;
	private String interfaceName;
	private int virtualRouterId;
	private Integer priority;
	private Duration advertInterval = SECOND;
	private VrrpVersion version;
	private Family family;
	private Authentication.Type authenticationType = Authentication.Type.NONE;
	private String password = "";
	private IpAddress sourceAddress;
	private IpAddress multicastGroup;
	private final Map<IpAddress, UnicastPeer> peers = new LinkedHashMap<>();
	private boolean nopreempt;
	private Duration preemptDelay = Duration.ZERO;
	private Boolean strict;
	private Boolean accept;
	private Boolean lowerPriorityNoAdvert;
	private Boolean higherPrioritySendAdvert;
	private int downTimerAdverts;
	private final Map<IpAddress, VirtualAddress> virtualAddresses = new LinkedHashMap<>();
	private final Map<IpAddress, VirtualAddress> excludedAddresses = new LinkedHashMap<>();
	private String syncGroup;

	private InstanceDraft(VrrpInstance statement, GlobalsDraft globals, Context context) {
		this.name = statement.getName();
		this.context = context;
		this.origins = Origins.at(context.places().of(Regions.head(statement)));
		this.garp = new GarpDraft(globals.garp);
		this.downTimerAdverts = globals.downTimerAdverts;
	}

	/**
	 * Reads an instance.
	 *
	 * @param globals as far as read: defaults only hold for the instances behind them
	 * @param scripts those defined so far
	 */
	static InstanceDraft read(VrrpInstance statement, GlobalsDraft globals, Map<String, Script> scripts, Context context) {
		InstanceDraft draft = new InstanceDraft(statement, globals, context);
		reader(scripts).read(statement.getBlock(), draft, draft.origins, context);
		return draft;
	}

	private static BlockReader<InstanceDraft> reader(Map<String, Script> scripts) {
		BlockReader<InstanceDraft> reader = new BlockReader<InstanceDraft>("vrrp_instance")
				.onEvery("state", (i, line) -> i.setState(line.raw(0)))
				.on("interface", (i, line) -> line.word(0).filter(v -> !v.equals("lo")).ifPresent(v -> i.interfaceName = v))
				.on("virtual_router_id", (i, line) -> line.integer(0).ifPresent(v -> i.virtualRouterId = v))
				.on("priority", (i, line) -> i.priority = line.integer(0).orElse(DEFAULT_PRIORITY))
				.on("advert_int", (i, line) -> i.setAdvertInterval(line))
				.on("version", (i, line) -> line.integer(0).ifPresent(v -> i.version = v == 3 ? VrrpVersion.V3 : VrrpVersion.V2))
				.on("native_ipv6", (i, line) -> i.family = Family.IPV6)
				.on("virtual_ipaddress", (i, line) -> i.addAddresses(line, i.virtualAddresses))
				.on("virtual_ipaddress_excluded", (i, line) -> i.addAddresses(line, i.excludedAddresses))
				.on("authentication", (i, line) -> AUTHENTICATION.read(line.statement().getBlock(), i, i.origins, i.context))
				.on("nopreempt", (i, line) -> i.nopreempt = true)
				.on("preempt", (i, line) -> i.nopreempt = false)
				.on("preempt_delay", (i, line) -> line.seconds(0).ifPresent(v -> i.preemptDelay = v))
				.on("track_script", (i, line) -> i.tracking.readScripts(line.statement().getBlock(), scripts, i.context))
				.on("track_interface", (i, line) -> i.tracking.readInterfaces(line.statement().getBlock(), i.context))
				.on("mcast_src_ip", (i, line) -> i.setSource(line))
				.on("unicast_src_ip", (i, line) -> i.setSource(line))
				.on("mcast_dst_ip", (i, line) -> line.address(0).filter(IpAddress::isMulticast).ifPresent(v -> i.multicastGroup = v))
				.on("unicast_peer", (i, line) -> i.addPeers(line))
				.on("strict_mode", (i, line) -> line.flag().ifPresent(v -> i.strict = v))
				.on("accept", (i, line) -> i.accept = true)
				.on("no_accept", (i, line) -> i.accept = false)
				.on("lower_prio_no_advert", (i, line) -> line.flag().ifPresent(v -> i.lowerPriorityNoAdvert = v))
				.on("higher_prio_send_advert", (i, line) -> line.flag().ifPresent(v -> i.higherPrioritySendAdvert = v))
				.on("down_timer_adverts", (i, line) -> line.integer(0).ifPresent(v -> i.downTimerAdverts = v));
		GarpDraft.addTo(reader, "", i -> i.garp);
		NotifyDraft.addTo(reader, i -> i.notify);
		return reader;
	}

	/** MASTER sticks; what is neither counts as BACKUP. */
	private void setState(String word) {
		state = word.equals("MASTER") || state == InitialState.MASTER ? InitialState.MASTER : InitialState.BACKUP;
	}

	private void setAdvertInterval(Line line) {
		BigDecimal seconds = Numbers.parse(line.raw(0)).orElse(BigDecimal.ZERO);
		if (seconds.compareTo(new BigDecimal("0.01")) >= 0 && seconds.compareTo(BigDecimal.valueOf(255)) <= 0) {
			advertInterval = Numbers.toSeconds(seconds);
		}
	}

	private void setSource(Line line) {
		line.address(0).ifPresent(address -> {
			sourceAddress = address;
			seen(address);
		});
	}

	private void addAddresses(Line line, Map<IpAddress, VirtualAddress> target) {
		EntryLine.read(line.statement().getBlock(), "virtual_ipaddress", context, entry -> AddressReader.virtualAddress(entry).ifPresent(address -> {
			seen(address.address());
			if (!virtualAddresses.containsKey(address.address()) && !excludedAddresses.containsKey(address.address())) {
				target.put(address.address(), address);
			}
		}));
	}

	private void addPeers(Line line) {
		EntryLine.read(line.statement().getBlock(), "unicast_peer", context, entry -> AddressReader.peer(entry).ifPresent(peer -> {
			seen(peer.address());
			peers.putIfAbsent(peer.address(), peer);
		}));
	}

	/** The first address decides the family of the instance. */
	private void seen(IpAddress address) {
		if (family == null) {
			family = address.family();
		}
	}

	boolean startsAsMaster() {
		return initialState() == InitialState.MASTER;
	}

	private InitialState initialState() {
		if (state == null) {
			return effectivePriority() == Instance.OWNER ? InitialState.MASTER : InitialState.BACKUP;
		}
		return state;
	}

	private int effectivePriority() {
		if (priority != null) {
			return priority;
		}
		return state == InitialState.MASTER ? Instance.OWNER : DEFAULT_PRIORITY;
	}

	/** One member of its sync group starts as backup, so all do. */
	void startAsBackup() {
		priority = effectivePriority();
		state = InitialState.BACKUP;
	}

	void joinGroup(String group) {
		syncGroup = group;
	}

	boolean isInGroup() {
		return syncGroup != null;
	}

	/** Decides what depends on the whole text. @param globals all of them */
	Instance build(GlobalsDraft globals) {
		boolean isStrict = strict == null ? globals.strict : strict;
		Family effectiveFamily = family == null ? Family.IPV4 : family;
		int effectivePriority = effectivePriority();
		boolean owner = effectivePriority == Instance.OWNER;
		InitialState effectiveState = isStrict ? owner ? InitialState.MASTER : InitialState.BACKUP : initialState();
		VrrpVersion effectiveVersion = version(globals, effectiveFamily, isStrict);
		Authentication authentication = authentication(effectiveVersion, effectiveFamily, isStrict);
		if (authentication.type() == Authentication.Type.AH && !owner) {
			effectiveState = InitialState.BACKUP;
		}
		boolean master = effectiveState == InitialState.MASTER;
		boolean preempt = !nopreempt || master || owner;
		if (owner) {
			tracking.dropWeighted();
		}
		tracking.dropInterface(interfaceName);
		List<UnicastPeer> effectivePeers = peers.values().stream().filter(p -> p.address().family() == effectiveFamily).toList();
		IpAddress group = multicastGroup != null && multicastGroup.family() == effectiveFamily && effectivePeers.isEmpty() ? multicastGroup
				: effectiveFamily == Family.IPV4 ? globals.group4 : globals.group6;
		return Instance.builder(name).initialState(effectiveState).interfaceName(interfaceName).virtualRouterId(virtualRouterId).priority(effectivePriority)
				.version(effectiveVersion).family(effectiveFamily).advertInterval(advertInterval(effectiveVersion)).authentication(authentication)
				.sourceAddress(sourceAddress != null && sourceAddress.family() == effectiveFamily ? sourceAddress : null).multicastGroup(group)
				.unicastPeers(effectivePeers).preempt(preempt).preemptDelay(master || isStrict || !preempt ? Duration.ZERO : preemptDelay)
				.strict(isStrict).accept(accept == null ? !isStrict || owner : accept)
				.lowerPriorityNoAdvert(isStrict || orElse(lowerPriorityNoAdvert, orElse(globals.lowerPriorityNoAdvert, false)))
				.higherPrioritySendAdvert(!isStrict && orElse(higherPrioritySendAdvert, globals.higherPrioritySendAdvert))
				.downTimerAdverts(isStrict ? 3 : downTimerAdverts).garp(garp.build(globals.garpInterval, isStrict))
				.virtualAddresses(ofFamily(virtualAddresses, effectiveFamily)).excludedAddresses(List.copyOf(excludedAddresses.values()))
				.trackedScripts(tracking.scripts()).trackedInterfaces(tracking.interfaces()).notifyScripts(notify.build()).syncGroup(syncGroup)
				.origins(origins.build()).build();
	}

	private static boolean orElse(Boolean value, boolean otherwise) {
		return value == null ? otherwise : value;
	}

	private static List<VirtualAddress> ofFamily(Map<IpAddress, VirtualAddress> addresses, Family family) {
		return addresses.values().stream().filter(a -> a.address().family() == family).toList();
	}

	private VrrpVersion version(GlobalsDraft globals, Family effectiveFamily, boolean isStrict) {
		boolean ipv6 = effectiveFamily == Family.IPV6;
		if (version == null) {
			return ipv6 ? VrrpVersion.V3 : globals.version;
		}
		return ipv6 && isStrict ? VrrpVersion.V3 : version;
	}

	private Authentication authentication(VrrpVersion effectiveVersion, Family effectiveFamily, boolean isStrict) {
		boolean impossible = isStrict || effectiveVersion == VrrpVersion.V3 || authenticationType == Authentication.Type.AH && effectiveFamily == Family.IPV6;
		return impossible || authenticationType == Authentication.Type.NONE || password.isEmpty() ? Authentication.NONE : new Authentication(authenticationType, password);
	}

	/** Whole seconds in version 2, steps of 10 ms up to 40.95 s in version 3; rounded half up, never to nothing. */
	private Duration advertInterval(VrrpVersion effectiveVersion) {
		Duration step = effectiveVersion == VrrpVersion.V2 ? SECOND : STEP;
		Duration rounded = step.multipliedBy(Math.max(1, advertInterval.plus(step.dividedBy(2)).dividedBy(step)));
		return effectiveVersion == VrrpVersion.V3 && rounded.compareTo(LONGEST_V3) > 0 ? LONGEST_V3 : rounded;
	}
}

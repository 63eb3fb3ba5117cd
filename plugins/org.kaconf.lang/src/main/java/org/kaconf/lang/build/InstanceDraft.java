package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.model.Authentication;
import org.kaconf.model.Extensions;
import org.kaconf.model.Family;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfaceOptions;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Ipvlan;
import org.kaconf.model.Origins;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.Vmac;
import org.kaconf.model.VrrpVersion;

/** A {@code vrrp_instance} while it is read. What depends on the whole text is decided by {@link #build}, as in keepalived. */
final class InstanceDraft {
	private static final int DEFAULT_PRIORITY = 100;
	private static final int HIGHEST_OF_NO_OWNER = 254;
	/** The field that counts them has eight bits. */
	private static final int MOST_ADDRESSES_IPV4 = 255;
	/** As many as fit into a frame of Ethernet. */
	private static final int MOST_ADDRESSES_IPV6 = 89;
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final Duration STEP = Duration.ofMillis(10);
	private static final Duration LONGEST_V3 = Duration.ofMillis(40_950);
	private static final BlockReader<InstanceDraft> AUTHENTICATION = new BlockReader<InstanceDraft>("vrrp_instance/authentication")
			.on("auth_type", (i, line) -> line.word(0).ifPresent(v -> i.authenticationType = Authentication.Type.valueOf(v)))
			.on("auth_pass", (i, line) -> i.password = line.has(0) ? line.raw(0) : i.password);

	final String name;
	final TrackingDraft tracking = new TrackingDraft();
	final NotifyDraft notify = new NotifyDraft();
	private final Context context;
	private final Origins.Builder origins;
	private final GarpDraft garp;
	private final UnicastDraft unicast = new UnicastDraft();
	private final VmacDraft vmac = new VmacDraft();
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
	private boolean nopreempt;
	private Duration preemptDelay = Duration.ZERO;
	private Boolean strict;
	private Boolean accept;
	private Boolean lowerPriorityNoAdvert;
	private Boolean higherPrioritySendAdvert;
	private int downTimerAdverts;
	private boolean skipAddressCheck;
	private Boolean checksumAsV2;
	private Integer expiredBackupPriority;
	private Boolean ownerIgnoresAdverts;
	private String vrf;
	private boolean trackPrimary = true;
	private boolean trackSource;
	private boolean pollLink;
	private boolean promoteSecondaries;
	private Long receiveBuffer;
	private final Map<IpAddress, VirtualAddress> virtualAddresses = new LinkedHashMap<>();
	private final Map<IpAddress, VirtualAddress> excludedAddresses = new LinkedHashMap<>();
	private final List<Route> routes = new ArrayList<>();
	private final List<RoutingRule> rules = new ArrayList<>();
	private SyncGroupDraft syncGroup;

	private InstanceDraft(VrrpInstance statement, InstanceDefaults defaults, Context context) {
		this.name = statement.getName();
		this.context = context;
		this.origins = Origins.at(context.places().of(Regions.head(statement)));
		this.garp = new GarpDraft(defaults.garp);
		this.downTimerAdverts = defaults.downTimerAdverts;
		this.skipAddressCheck = defaults.skipAddressCheck;
	}

	/**
	 * Reads an instance.
	 *
	 * @param defaults for what it does not say
	 * @param known what is defined so far
	 */
	static InstanceDraft read(VrrpInstance statement, InstanceDefaults defaults, Trackables known, RulePreferences preferences, Context context) {
		InstanceDraft draft = new InstanceDraft(statement, defaults, context);
		reader(known, preferences, context).read(statement.getBlock(), draft, draft.origins, context);
		return draft;
	}

	private static BlockReader<InstanceDraft> reader(Trackables known, RulePreferences preferences, Context context) {
		BlockReader<InstanceDraft> reader = new BlockReader<InstanceDraft>("vrrp_instance")
				.onEvery("state", (i, line) -> i.setState(line.raw(0)))
				.on("interface", (i, line) -> line.word(0).filter(v -> !v.equals("lo")).ifPresent(v -> i.interfaceName = v))
				.on("virtual_router_id", (i, line) -> line.integer(0).ifPresent(v -> i.virtualRouterId = v))
				.on("priority", (i, line) -> i.priority = line.integer(0).orElse(DEFAULT_PRIORITY))
				.on("advert_int", (i, line) -> i.setAdvertInterval(line))
				.on("version", (i, line) -> line.integer(0).ifPresent(v -> i.setVersion(v == 3 ? VrrpVersion.V3 : VrrpVersion.V2)))
				.on("native_ipv6", (i, line) -> i.setNativeIpv6())
				.on("virtual_ipaddress", (i, line) -> i.addAddresses(line, i.virtualAddresses, i::seen))
				.on("virtual_ipaddress_excluded", (i, line) -> i.addAddresses(line, i.excludedAddresses, any -> {
					// They may be of any family, and decide that of the instance no more than routes do.
				}))
				.on("authentication", (i, line) -> AUTHENTICATION.read(line.statement().getBlock(), i, i.origins, i.context))
				.on("nopreempt", (i, line) -> i.nopreempt = true)
				.on("preempt", (i, line) -> i.nopreempt = false)
				.on("preempt_delay", (i, line) -> line.seconds(0).ifPresent(v -> i.preemptDelay = v))
				.on("mcast_src_ip", (i, line) -> i.setSource(line))
				.on("unicast_src_ip", (i, line) -> i.setSource(line))
				.on("mcast_dst_ip", (i, line) -> i.setGroup(line))
				.on("unicast_peer", (i, line) -> i.unicast.readPeers(line, i.context, i::seen))
				.on("use_ipvlan", (i, line) -> i.vmac.readIpvlan(line, i.context, i::seen))
				.on("virtual_routes", (i, line) -> EntryLine.read(line.statement().getBlock(), "virtual_routes", i.context, entry -> RouteDraft.read(entry).ifPresent(i.routes::add)))
				.on("virtual_rules",
						(i, line) -> EntryLine.read(line.statement().getBlock(), "virtual_rules", i.context, entry -> RuleDraft.read(entry, preferences).ifPresent(i.rules::add)))
				.on("strict_mode", (i, line) -> line.flag().ifPresent(v -> i.strict = v))
				.on("accept", (i, line) -> i.accept = true)
				.on("no_accept", (i, line) -> i.accept = false)
				.on("lower_prio_no_advert", (i, line) -> line.flag().ifPresent(v -> i.lowerPriorityNoAdvert = v))
				.on("higher_prio_send_advert", (i, line) -> line.flag().ifPresent(v -> i.higherPrioritySendAdvert = v))
				.on("down_timer_adverts", (i, line) -> line.integer(0).ifPresent(v -> i.downTimerAdverts = v))
				.on("skip_check_adv_addr", (i, line) -> i.skipAddressCheck |= line.flag().isPresent())
				.on("v3_checksum_as_v2", (i, line) -> line.flag().ifPresent(v -> i.checksumAsV2 = v))
				.on("timer_expired_backup", (i, line) -> i.expiredBackupPriority = line.has(0) ? line.integer(0).orElse(i.expiredBackupPriority) : HIGHEST_OF_NO_OWNER)
				.on("owner_ignore_adverts", (i, line) -> line.flag().ifPresent(v -> i.ownerIgnoresAdverts = v))
				.on("vrf", (i, line) -> line.word(0).ifPresent(v -> i.vrf = v))
				.on("dont_track_primary", (i, line) -> i.trackPrimary = false)
				.on("track_src_ip", (i, line) -> i.trackSource = true)
				.on("linkbeat_use_polling", (i, line) -> i.pollLink = true)
				.on("promote_secondaries", (i, line) -> i.promoteSecondaries = true)
				.on("kernel_rx_buf_size", (i, line) -> line.number(0).ifPresent(v -> i.receiveBuffer = v.longValue()));
		TrackingDraft.addTo(reader, i -> i.tracking, known, context);
		UnicastDraft.addTo(reader, i -> i.unicast);
		VmacDraft.addTo(reader, i -> i.vmac, context);
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

	private void setGroup(Line line) {
		line.address(0).ifPresent(address -> {
			multicastGroup = address.isMulticast() ? address : multicastGroup;
			seen(address);
		});
	}

	private void addAddresses(Line line, Map<IpAddress, VirtualAddress> target, Consumer<IpAddress> seen) {
		EntryLine.read(line.statement().getBlock(), "virtual_ipaddress", context, entry -> AddressReader.virtualAddress(entry).ifPresent(address -> {
			seen.accept(address.address());
			if (!virtualAddresses.containsKey(address.address()) && !excludedAddresses.containsKey(address.address())) {
				target.put(address.address(), address);
			}
		}));
	}

	/** The first version counts, unless addresses seen before it speak against it. */
	private void setVersion(VrrpVersion written) {
		if (version == null && !(written == VrrpVersion.V2 && family == Family.IPV6)) {
			version = written;
		}
	}

	private void setNativeIpv6() {
		if (family != Family.IPV4) {
			family = Family.IPV6;
			version = VrrpVersion.V3;
		}
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

	void joinGroup(SyncGroupDraft group) {
		syncGroup = group;
	}

	boolean isOwner() {
		return effectivePriority() == Instance.OWNER;
	}

	/** Lets go of trackers that cannot count; what its group tracks comes on top. */
	void settleTracking() {
		tracking.dropInterface(interfaceName);
		if (isOwner() || syncGroup != null && !syncGroup.isWeighted()) {
			tracking.dropWeights();
		}
	}

	void trackWithGroup(TrackingDraft group) {
		tracking.addAll(group);
		dropPrimary();
	}

	/** @param device an interface that something of the instance's {@code track_group} is on */
	void needInterface(String device, Origins origins) {
		tracking.needInterface(device, origins);
		dropPrimary();
	}

	/** An own interface is tracked anyway, unless it shall not be. */
	private void dropPrimary() {
		if (trackPrimary) {
			tracking.dropInterface(interfaceName);
		}
	}

	boolean isInGroup() {
		return syncGroup != null;
	}

	/** Decides what depends on the whole text. @param globals all of them */
	Instance build(GlobalsDraft globals, InterfacesDraft interfaces) {
		InstanceDefaults defaults = globals.defaults;
		boolean isStrict = strict == null ? defaults.strict : strict;
		Family effectiveFamily = family == null ? Family.IPV4 : family;
		boolean owner = isOwner();
		VrrpVersion effectiveVersion = version(defaults, effectiveFamily, isStrict);
		Authentication authentication = authentication(effectiveVersion, effectiveFamily, isStrict);
		InitialState effectiveState = isStrict ? owner ? InitialState.MASTER : InitialState.BACKUP : initialState();
		if (authentication.type() == Authentication.Type.AH && !owner) {
			effectiveState = InitialState.BACKUP;
		}
		boolean master = effectiveState == InitialState.MASTER;
		boolean preempt = !nopreempt || master || owner;
		List<UnicastPeer> peers = unicast.peers(effectiveFamily);
		IpAddress source = sourceAddress == null ? vmac.source() : sourceAddress;
		InstanceBuilder instance = Instance.builder(name).initialState(effectiveState).interfaceName(interfaceName).virtualRouterId(virtualRouterId)
				.priority(effectivePriority()).version(effectiveVersion).family(effectiveFamily).advertInterval(advertInterval(effectiveVersion))
				.authentication(authentication).sourceAddress(source != null && source.family() == effectiveFamily ? source : null)
				.multicastGroup(multicastGroup(defaults, effectiveFamily, peers)).unicastPeers(peers)
				.unicastOptions(unicast.build(!peers.isEmpty(), defaults.checkUnicastSource)).preempt(preempt)
				.preemptDelay(master || isStrict || !preempt ? Duration.ZERO : preemptDelay).strict(isStrict).accept(accepts(effectiveVersion, isStrict))
				.skipAddressCheck(skipAddressCheck).lowerPriorityNoAdvert(isStrict || orElse(lowerPriorityNoAdvert, defaults.lowerPriorityNoAdvert))
				.higherPrioritySendAdvert(!isStrict && orElse(higherPrioritySendAdvert, defaults.higherPrioritySendAdvert))
				.downTimerAdverts(isStrict ? 3 : downTimerAdverts).extensions(new Extensions(orElse(checksumAsV2, defaults.checksumAsV2),
						expiredBackupPriority, orElse(ownerIgnoresAdverts, defaults.ownerIgnoresAdverts)))
				.routes(routes).rules(rules).tracking(tracking.build()).notifyScripts(notify.build()).smtpAlert(notify.mails(globals.mail.alerts()))
				.notifyPriorityChanges(notify.priorityChanges(syncGroup == null ? defaults.notifyPriorityChanges
						: syncGroup.notify.priorityChanges(defaults.notifyPriorityChanges)))
				.syncGroup(syncGroup == null ? null : syncGroup.name()).origins(origins.build());
		useInterface(instance, effectiveFamily, !peers.isEmpty(), isStrict, interfaces);
		GratuitousArp arp = garp.build(defaults.garp, interfaces.pace(interfaceName, defaults), isStrict);
		return instance.garp(hasExtraInterfaces(arp.extraOnAll()) ? arp : arp.withoutExtra()).build();
	}

	/** What concerns the interface: VMAC or ipvlan, and the addresses on it and on others. */
	private void useInterface(InstanceBuilder instance, Family effectiveFamily, boolean hasPeers, boolean isStrict, InterfacesDraft interfaces) {
		boolean hasInterface = interfaceName != null;
		Vmac ownVmac = vmac.buildVmac(hasInterface, hasPeers, isStrict, virtualRouterId);
		Ipvlan ownIpvlan = vmac.buildIpvlan(hasInterface, hasPeers);
		virtualAddresses.replaceAll((key, a) -> withVmac(a, effectiveFamily, ownVmac != null));
		excludedAddresses.replaceAll((key, a) -> withVmac(a, effectiveFamily, ownVmac != null));
		List<VirtualAddress> travelling = virtualAddresses.values().stream().filter(a -> a.address().family() == effectiveFamily).toList();
		int fitting = Math.min(travelling.size(), effectiveFamily == Family.IPV4 ? MOST_ADDRESSES_IPV4 : MOST_ADDRESSES_IPV6);
		List<VirtualAddress> excluded = new ArrayList<>(excludedAddresses.values());
		excluded.addAll(travelling.subList(fitting, travelling.size()));
		instance.vmac(ownVmac).ipvlan(ownIpvlan).virtualAddresses(travelling.subList(0, fitting)).excludedAddresses(excluded)
				.interfaceOptions(new InterfaceOptions(hasInterface || !hasPeers ? null : vrf, trackPrimary,
						trackSource && sourceAddress != null, hasInterface && (pollLink || interfaces.pollsAll()),
						promoteSecondaries && ownVmac == null && ownIpvlan == null, receiveBuffer));
	}

	/** On the instance's own interface an address of its family is where the instance's VMAC is; elsewhere it gets one when somebody asks for it. */
	private VirtualAddress withVmac(VirtualAddress address, Family effectiveFamily, boolean hasVmac) {
		boolean sameFamily = address.address().family() == effectiveFamily;
		boolean own = isOnOwnInterface(address);
		boolean extra = own && hasVmac && sameFamily ? false : address.options().vmac() || vmac.isForAddresses() && !(own && sameFamily);
		return address.withVmac(extra);
	}

	private boolean isOnOwnInterface(VirtualAddress address) {
		return address.device() == null || address.device().equals(interfaceName);
	}

	/** Frames on further interfaces need addresses on VMACs of their own, or on any other interface when all are meant. */
	private boolean hasExtraInterfaces(boolean all) {
		return Stream.concat(virtualAddresses.values().stream(), excludedAddresses.values().stream())
				.anyMatch(a -> a.options().vmac() || all && !isOnOwnInterface(a));
	}

	private IpAddress multicastGroup(InstanceDefaults defaults, Family effectiveFamily, List<UnicastPeer> peers) {
		if (multicastGroup != null && multicastGroup.family() == effectiveFamily && peers.isEmpty()) {
			return multicastGroup;
		}
		return effectiveFamily == Family.IPV4 ? defaults.group4 : defaults.group6;
	}

	/** An owner accepts; others do not in strict mode, unless they say so in version 3. */
	private boolean accepts(VrrpVersion effectiveVersion, boolean isStrict) {
		boolean written = accept == null ? !isStrict || isOwner() : accept;
		return written && (isOwner() || !isStrict || effectiveVersion == VrrpVersion.V3);
	}

	private static boolean orElse(Boolean value, boolean otherwise) {
		return value == null ? otherwise : value;
	}

	private VrrpVersion version(InstanceDefaults defaults, Family effectiveFamily, boolean isStrict) {
		boolean ipv6 = effectiveFamily == Family.IPV6;
		if (version == null) {
			return ipv6 ? VrrpVersion.V3 : defaults.version;
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

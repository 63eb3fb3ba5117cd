package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/** Builds an {@link Instance}; what is not set keeps keepalived's default. */
public final class InstanceBuilder {
	private String name;
	private InitialState initialState = InitialState.BACKUP;
	private String interfaceName;
	private int virtualRouterId;
	private int priority = 100;
	private VrrpVersion version = VrrpVersion.V2;
	private Family family = Family.IPV4;
	private Duration advertInterval = Duration.ofSeconds(1);
	private Authentication authentication = Authentication.NONE;
	private IpAddress sourceAddress;
	private IpAddress multicastGroup = Instance.MULTICAST_IPV4;
	private List<UnicastPeer> unicastPeers = List.of();
	private UnicastOptions unicastOptions = UnicastOptions.DEFAULT;
	private boolean preempt = true;
	private Duration preemptDelay = Duration.ZERO;
	private boolean strict;
	private boolean accept = true;
	private boolean skipAddressCheck;
	private boolean lowerPriorityNoAdvert;
	private boolean higherPrioritySendAdvert;
	private int downTimerAdverts = 3;
	private GratuitousArp garp = GratuitousArp.DEFAULT;
	private Extensions extensions = Extensions.NONE;
	private List<VirtualAddress> virtualAddresses = List.of();
	private List<VirtualAddress> excludedAddresses = List.of();
	private List<Route> routes = List.of();
	private List<RoutingRule> rules = List.of();
	private Vmac vmac;
	private Ipvlan ipvlan;
	private InterfaceOptions interfaceOptions = InterfaceOptions.DEFAULT;
	private List<TrackedScript> trackedScripts = List.of();
	private List<TrackedInterface> trackedInterfaces = List.of();
	private List<TrackedProcess> trackedProcesses = List.of();
	private List<TrackedFile> trackedFiles = List.of();
	private List<TrackedBfd> trackedBfds = List.of();
	private Notify notifyScripts = Notify.NONE;
	private boolean smtpAlert;
	private boolean notifyPriorityChanges;
	private String syncGroup;
	private Origins origins = Origins.NONE;

	InstanceBuilder(String name) {
		this.name = name;
	}

	/** Starts from all values of an existing instance. */
	public static InstanceBuilder from(Instance instance) {
		InstanceBuilder builder = new InstanceBuilder(instance.name());
		builder.initialState = instance.initialState();
		builder.interfaceName = instance.interfaceName();
		builder.virtualRouterId = instance.virtualRouterId();
		builder.priority = instance.priority();
		builder.version = instance.version();
		builder.family = instance.family();
		builder.advertInterval = instance.advertInterval();
		builder.authentication = instance.authentication();
		builder.sourceAddress = instance.sourceAddress();
		builder.multicastGroup = instance.multicastGroup();
		builder.unicastPeers = instance.unicastPeers();
		builder.unicastOptions = instance.unicastOptions();
		builder.preempt = instance.preempt();
		builder.preemptDelay = instance.preemptDelay();
		builder.strict = instance.strict();
		builder.accept = instance.accept();
		builder.skipAddressCheck = instance.skipAddressCheck();
		builder.lowerPriorityNoAdvert = instance.lowerPriorityNoAdvert();
		builder.higherPrioritySendAdvert = instance.higherPrioritySendAdvert();
		builder.downTimerAdverts = instance.downTimerAdverts();
		builder.garp = instance.garp();
		builder.extensions = instance.extensions();
		builder.virtualAddresses = instance.virtualAddresses();
		builder.excludedAddresses = instance.excludedAddresses();
		builder.routes = instance.routes();
		builder.rules = instance.rules();
		builder.vmac = instance.vmac();
		builder.ipvlan = instance.ipvlan();
		builder.interfaceOptions = instance.interfaceOptions();
		builder.tracking(instance.tracking());
		builder.notifyScripts = instance.notifyScripts();
		builder.smtpAlert = instance.smtpAlert();
		builder.notifyPriorityChanges = instance.notifyPriorityChanges();
		builder.syncGroup = instance.syncGroup();
		builder.origins = instance.origins();
		return builder;
	}

	public InstanceBuilder name(String value) {
		name = value;
		return this;
	}

	public InstanceBuilder initialState(InitialState value) {
		initialState = value;
		return this;
	}

	public InstanceBuilder interfaceName(String value) {
		interfaceName = value;
		return this;
	}

	public InstanceBuilder virtualRouterId(int value) {
		virtualRouterId = value;
		return this;
	}

	public InstanceBuilder priority(int value) {
		priority = value;
		return this;
	}

	public InstanceBuilder version(VrrpVersion value) {
		version = value;
		return this;
	}

	public InstanceBuilder family(Family value) {
		family = value;
		return this;
	}

	public InstanceBuilder advertInterval(Duration value) {
		advertInterval = value;
		return this;
	}

	public InstanceBuilder authentication(Authentication value) {
		authentication = value;
		return this;
	}

	public InstanceBuilder sourceAddress(IpAddress value) {
		sourceAddress = value;
		return this;
	}

	public InstanceBuilder multicastGroup(IpAddress value) {
		multicastGroup = value;
		return this;
	}

	public InstanceBuilder unicastPeers(List<UnicastPeer> value) {
		unicastPeers = value;
		return this;
	}

	public InstanceBuilder unicastOptions(UnicastOptions value) {
		unicastOptions = value;
		return this;
	}

	public InstanceBuilder preempt(boolean value) {
		preempt = value;
		return this;
	}

	public InstanceBuilder preemptDelay(Duration value) {
		preemptDelay = value;
		return this;
	}

	public InstanceBuilder strict(boolean value) {
		strict = value;
		return this;
	}

	public InstanceBuilder accept(boolean value) {
		accept = value;
		return this;
	}

	public InstanceBuilder skipAddressCheck(boolean value) {
		skipAddressCheck = value;
		return this;
	}

	public InstanceBuilder lowerPriorityNoAdvert(boolean value) {
		lowerPriorityNoAdvert = value;
		return this;
	}

	public InstanceBuilder higherPrioritySendAdvert(boolean value) {
		higherPrioritySendAdvert = value;
		return this;
	}

	public InstanceBuilder downTimerAdverts(int value) {
		downTimerAdverts = value;
		return this;
	}

	public InstanceBuilder garp(GratuitousArp value) {
		garp = value;
		return this;
	}

	public InstanceBuilder extensions(Extensions value) {
		extensions = value;
		return this;
	}

	public InstanceBuilder virtualAddresses(List<VirtualAddress> value) {
		virtualAddresses = value;
		return this;
	}

	public InstanceBuilder excludedAddresses(List<VirtualAddress> value) {
		excludedAddresses = value;
		return this;
	}

	public InstanceBuilder routes(List<Route> value) {
		routes = value;
		return this;
	}

	public InstanceBuilder rules(List<RoutingRule> value) {
		rules = value;
		return this;
	}

	public InstanceBuilder vmac(Vmac value) {
		vmac = value;
		return this;
	}

	public InstanceBuilder ipvlan(Ipvlan value) {
		ipvlan = value;
		return this;
	}

	public InstanceBuilder interfaceOptions(InterfaceOptions value) {
		interfaceOptions = value;
		return this;
	}

	public InstanceBuilder trackedScripts(List<TrackedScript> value) {
		trackedScripts = value;
		return this;
	}

	public InstanceBuilder trackedInterfaces(List<TrackedInterface> value) {
		trackedInterfaces = value;
		return this;
	}

	public InstanceBuilder trackedProcesses(List<TrackedProcess> value) {
		trackedProcesses = value;
		return this;
	}

	public InstanceBuilder trackedFiles(List<TrackedFile> value) {
		trackedFiles = value;
		return this;
	}

	public InstanceBuilder trackedBfds(List<TrackedBfd> value) {
		trackedBfds = value;
		return this;
	}

	/** All that it tracks at once. */
	public InstanceBuilder tracking(Tracking value) {
		trackedScripts = value.scripts();
		trackedInterfaces = value.interfaces();
		trackedProcesses = value.processes();
		trackedFiles = value.files();
		trackedBfds = value.bfds();
		return this;
	}

	public InstanceBuilder notifyScripts(Notify value) {
		notifyScripts = value;
		return this;
	}

	public InstanceBuilder smtpAlert(boolean value) {
		smtpAlert = value;
		return this;
	}

	public InstanceBuilder notifyPriorityChanges(boolean value) {
		notifyPriorityChanges = value;
		return this;
	}

	public InstanceBuilder syncGroup(String value) {
		syncGroup = value;
		return this;
	}

	public InstanceBuilder origins(Origins value) {
		origins = value;
		return this;
	}

	public Instance build() {
		Tracking tracking = new Tracking(trackedScripts, trackedInterfaces, trackedProcesses, trackedFiles, trackedBfds);
		return new Instance(name, initialState, interfaceName, virtualRouterId, priority, version, family, advertInterval, authentication,
				sourceAddress, multicastGroup, unicastPeers, unicastOptions, preempt, preemptDelay, strict, accept, skipAddressCheck, lowerPriorityNoAdvert,
				higherPrioritySendAdvert, downTimerAdverts, garp, extensions, virtualAddresses, excludedAddresses, routes, rules, vmac, ipvlan, interfaceOptions,
				tracking, notifyScripts, smtpAlert, notifyPriorityChanges, syncGroup, origins);
	}
}

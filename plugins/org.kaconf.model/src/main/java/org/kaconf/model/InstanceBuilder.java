package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/** Builds an {@link Instance}; what is not set keeps keepalived's default. */
public final class InstanceBuilder {
	private final String name;
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
	private boolean preempt = true;
	private Duration preemptDelay = Duration.ZERO;
	private boolean strict;
	private boolean accept = true;
	private boolean lowerPriorityNoAdvert;
	private boolean higherPrioritySendAdvert;
	private int downTimerAdverts = 3;
	private GratuitousArp garp = GratuitousArp.DEFAULT;
	private List<VirtualAddress> virtualAddresses = List.of();
	private List<VirtualAddress> excludedAddresses = List.of();
	private List<TrackedScript> trackedScripts = List.of();
	private List<TrackedInterface> trackedInterfaces = List.of();
	private Notify notifyScripts = Notify.NONE;
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
		builder.preempt = instance.preempt();
		builder.preemptDelay = instance.preemptDelay();
		builder.strict = instance.strict();
		builder.accept = instance.accept();
		builder.lowerPriorityNoAdvert = instance.lowerPriorityNoAdvert();
		builder.higherPrioritySendAdvert = instance.higherPrioritySendAdvert();
		builder.downTimerAdverts = instance.downTimerAdverts();
		builder.garp = instance.garp();
		builder.virtualAddresses = instance.virtualAddresses();
		builder.excludedAddresses = instance.excludedAddresses();
		builder.trackedScripts = instance.trackedScripts();
		builder.trackedInterfaces = instance.trackedInterfaces();
		builder.notifyScripts = instance.notifyScripts();
		builder.syncGroup = instance.syncGroup();
		builder.origins = instance.origins();
		return builder;
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

	public InstanceBuilder virtualAddresses(List<VirtualAddress> value) {
		virtualAddresses = value;
		return this;
	}

	public InstanceBuilder excludedAddresses(List<VirtualAddress> value) {
		excludedAddresses = value;
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

	public InstanceBuilder notifyScripts(Notify value) {
		notifyScripts = value;
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
		return new Instance(name, initialState, interfaceName, virtualRouterId, priority, version, family, advertInterval, authentication, sourceAddress, multicastGroup, unicastPeers, preempt, preemptDelay, strict, accept, lowerPriorityNoAdvert, higherPrioritySendAdvert, downTimerAdverts, garp, virtualAddresses, excludedAddresses, trackedScripts, trackedInterfaces, notifyScripts, syncGroup, origins);
	}
}

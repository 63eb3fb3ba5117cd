package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.Tracking;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.packet.MacAddress;

/**
 * Which interfaces the instances of a configuration really work on: every address gets its device, and the interface of an instance that sends through a
 * VMAC is that VMAC. Addresses on other interfaces than the instance's are reasons to track those, as in keepalived.
 */
final class Placement {
	/** Nothing runs. */
	static final Placement NONE = of(List.of(), InterfacePolicy.DEFAULT);
	/** Of keepalived's names: the second IPv6 name of a virtual router id, such as vrrp6.51. */
	private static final int IPV6_NUMBER = 6;
	private final InterfacePolicy policy;
	private final List<Instance> instances = new ArrayList<>();
	private final Map<String, VmacInterface> vmacs = new HashMap<>();

	private Placement(InterfacePolicy policy) {
		this.policy = policy;
	}

	static Placement of(List<Instance> written, InterfacePolicy policy) {
		Placement placement = new Placement(policy);
		for (Instance instance : written) {
			placement.instances.add(placement.resolve(instance));
		}
		return placement;
	}

	/** In the order of the configuration. */
	List<Instance> instances() {
		return instances;
	}

	List<VmacInterface> vmacs() {
		return List.copyOf(vmacs.values());
	}

	/** The interface that carries another; itself when it is no VMAC of ours. */
	String base(String interfaceName) {
		VmacInterface vmac = vmacs.get(interfaceName);
		return vmac == null ? interfaceName : vmac.base();
	}

	private Instance resolve(Instance written) {
		String addressInterface = written.interfaceName();
		InstanceBuilder resolved = InstanceBuilder.from(written);
		if (written.vmac() != null) {
			boolean transmitOnBase = written.vmac().transmitOnBase() || written.isUnicast();
			addressInterface = vmac(written, written.interfaceName(), written.family(), written.vmac().interfaceName(), policy.vmacPrefix(), !transmitOnBase);
			resolved.interfaceName(transmitOnBase ? written.interfaceName() : addressInterface);
		}
		List<VirtualAddress> addresses = place(written, written.virtualAddresses(), addressInterface);
		List<VirtualAddress> excluded = place(written, written.excludedAddresses(), addressInterface);
		Instance placed = resolved.virtualAddresses(addresses).excludedAddresses(excluded).build();
		return InstanceBuilder.from(placed).tracking(track(placed, written.interfaceName())).build();
	}

	private List<VirtualAddress> place(Instance instance, List<VirtualAddress> addresses, String addressInterface) {
		return addresses.stream().map(address -> withDevice(address, device(instance, address, addressInterface))).toList();
	}

	private String device(Instance instance, VirtualAddress address, String addressInterface) {
		Family family = address.address().family();
		boolean onInstance = address.device() == null || address.device().equals(instance.interfaceName());
		if (onInstance && (instance.vmac() == null && !address.options().vmac() || instance.vmac() != null && family == instance.family())) {
			return addressInterface;
		}
		String base = address.device() == null ? instance.interfaceName() : address.device();
		return address.options().vmac() ? vmac(instance, base, family, null, policy.vmacAddressPrefix(), false) : base;
	}

	/** @param name {@code null} for a default name @return the name */
	private String vmac(Instance instance, String base, Family family, String name, String prefix, boolean sends) {
		MacAddress hardwareAddress = VmacInterface.hardwareAddress(instance, family);
		for (VmacInterface known : vmacs.values()) {
			if (name == null && known.base().equals(base) && known.family() == family && known.hardwareAddress().equals(hardwareAddress)) {
				return known.name();
			}
		}
		String unique = name != null ? name : freeName(prefix, instance.virtualRouterId(), family);
		vmacs.put(unique, new VmacInterface(unique, base, family, hardwareAddress, sends, sends ? instance.sourceAddress() : null, instance.name()));
		return unique;
	}

	private String freeName(String prefix, int virtualRouterId, Family family) {
		int number = 0;
		String name = VmacInterface.name(prefix, number, virtualRouterId);
		if (vmacs.containsKey(name) && family == Family.IPV6) {
			name = VmacInterface.name(prefix, IPV6_NUMBER, virtualRouterId);
		}
		while (vmacs.containsKey(name)) {
			number++;
			name = VmacInterface.name(prefix, number, virtualRouterId);
		}
		return name;
	}

	/** The interfaces that tracked routes and rules name. */
	private static Stream<String> devices(Instance instance) {
		return Stream.concat(instance.routes().stream().filter(Route::tracked).map(route -> route.hop().device()),
				instance.rules().stream().filter(RoutingRule::tracked).flatMap(rule -> Stream.of(rule.incomingInterface(), rule.outgoingInterface())))
				.filter(Objects::nonNull).distinct();
	}

	private static Tracking track(Instance placed, String base) {
		Tracking all = placed.tracking();
		List<TrackedInterface> interfaces = new ArrayList<>(all.interfaces());
		Stream.concat(placed.virtualAddresses().stream(), placed.excludedAddresses().stream())
				.filter(address -> !Objects.equals(address.device(), placed.interfaceName()) && address.options().tracked())
				.filter(address -> placed.interfaceOptions().trackPrimary() || !address.device().equals(base))
				.filter(address -> interfaces.stream().noneMatch(t -> t.name().equals(address.device())))
				.forEach(address -> interfaces.add(new TrackedInterface(address.device(), 0, false, address.origins())));
		devices(placed).filter(device -> !device.equals(placed.interfaceName()) && !device.equals(base))
				.filter(device -> interfaces.stream().noneMatch(t -> t.name().equals(device)))
				.forEach(device -> interfaces.add(new TrackedInterface(device, 0, false, placed.origins())));
		return new Tracking(all.scripts(), interfaces, all.processes(), all.files(), all.bfds());
	}

	/** The same address on another interface. */
	static VirtualAddress withDevice(VirtualAddress address, String device) {
		return new VirtualAddress(address.prefix(), device, address.scope(), address.label(), address.broadcast(), address.peer(), address.options(), address.origins());
	}
}

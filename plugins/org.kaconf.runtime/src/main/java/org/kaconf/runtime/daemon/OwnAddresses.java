package org.kaconf.runtime.daemon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.Link;

/** Which addresses of an interface the machine has of its own: not those that come and go with the state of a router, which are never sent from. */
final class OwnAddresses {
	private final Interfaces interfaces;
	private final Set<IpAddress> virtual = new HashSet<>();
	private Placement placement = Placement.NONE;

	OwnAddresses(Interfaces interfaces) {
		this.interfaces = interfaces;
	}

	/** To be called before the instances of a placement run. */
	void set(Placement newPlacement) {
		placement = newPlacement;
		virtual.clear();
		for (Instance instance : placement.instances()) {
			if (instance.priority() < Instance.OWNER) {
				instance.virtualAddresses().forEach(a -> virtual.add(a.address()));
			}
			instance.excludedAddresses().forEach(a -> virtual.add(a.address()));
		}
	}

	boolean isVirtual(IpAddress address) {
		return virtual.contains(address);
	}

	/** The interface that carries another; itself when it is no VMAC of ours. */
	String base(String interfaceName) {
		return placement.base(interfaceName);
	}

	/** Those of an interface, or of what carries it when it is a VMAC; empty for one that is not there. */
	List<IpAddress> of(String interfaceName) {
		Link link = interfaces.get(placement.base(interfaceName));
		return link == null ? List.of() : interfaces.addresses(link).stream().filter(address -> !isVirtual(address)).toList();
	}
}

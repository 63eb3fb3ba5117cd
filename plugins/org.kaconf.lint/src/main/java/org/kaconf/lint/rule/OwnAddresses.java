package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origin;

/** The addresses a node has of its own, as far as the text tells. */
public final class OwnAddresses {
	/** An address and where the text says so. */
	public record OwnAddress(IpAddress address, Origin origin) {
	}

	private OwnAddresses() {
	}

	/** From the node block, and from the source addresses its instances send from. */
	public static List<OwnAddress> of(Node node) {
		List<OwnAddress> addresses = new ArrayList<>(declared(node));
		for (Instance instance : node.instances()) {
			IpAddress source = instance.sourceAddress();
			if (source != null && addresses.stream().noneMatch(own -> own.address().equals(source))) {
				addresses.add(new OwnAddress(source, new Member(node, instance).origin("mcast_src_ip", "unicast_src_ip")));
			}
		}
		return addresses;
	}

	/** From the node block alone. */
	public static List<OwnAddress> declared(Node node) {
		return node.addresses().stream().map((NodeAddress address) -> new OwnAddress(address.prefix().address(), address.origins().element())).toList();
	}

	public static boolean has(Node node, IpAddress address) {
		return of(node).stream().anyMatch(own -> own.address().equals(address));
	}
}

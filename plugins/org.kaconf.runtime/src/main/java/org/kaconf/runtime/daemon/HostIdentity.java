package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.stream.Collectors;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;

/** Whether this machine is the one that a configuration is for. */
final class HostIdentity {
	private HostIdentity() {
	}

	/**
	 * Looks for the node's own addresses. One is enough; a node that names none may run anywhere, and so may one whose interfaces come later
	 * ({@code dynamic_interfaces}).
	 *
	 * @throws DaemonException when this machine has none of them
	 */
	static void check(Node node, Interfaces interfaces) throws DaemonException {
		List<IpAddress> named = node.addresses().stream().map(address -> address.prefix().address()).toList();
		if (named.isEmpty() || node.globals().interfaces().dynamic() || named.stream().anyMatch(interfaces::has)) {
			return;
		}
		throw new DaemonException(ExitCode.INTERFACE, "this machine has no address of node " + node.name() + " ("
				+ named.stream().map(IpAddress::toString).collect(Collectors.joining(", "))
				+ "): use the file that was generated for this machine, set the address first, or write dynamic_interfaces if it comes later");
	}
}

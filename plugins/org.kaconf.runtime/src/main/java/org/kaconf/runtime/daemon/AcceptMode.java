package org.kaconf.runtime.daemon;

import java.util.List;
import org.kaconf.model.Firewall;
import org.kaconf.model.Instance;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.linux.AddressFilter;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.Log;

/**
 * Keeps a master from answering for virtual addresses that it must not accept packets for: {@code no_accept} and {@code vrrp_strict}, unless it owns them
 * (RFC 9568, 6.1). Nothing is made in the kernel until there is such an instance. Belongs to the loop's thread.
 */
final class AcceptMode implements AutoCloseable {
	private final Log log;
	/** {@code null} while all addresses are accepted. */
	private AddressFilter filter;

	AcceptMode(Log log) {
		this.log = log;
	}

	static boolean isRestricted(Instance instance) {
		return !instance.accept() && instance.priority() < Instance.OWNER;
	}

	/** To be called before any of the instances becomes master. */
	void prepare(List<Instance> instances, Firewall configuration) throws LinuxException {
		if (filter == null && instances.stream().anyMatch(AcceptMode::isRestricted)) {
			if (configuration.iptables() != null) {
				log.info("vrrp_iptables: the chains of iptables are left alone, nf_tables is used instead");
			}
			filter = AddressFilter.open(configuration.table(), configuration.chainPriority());
		}
	}

	void block(Instance instance, VirtualAddress address, Link link) {
		if (isRestricted(instance)) {
			report(filter.block(address.address(), link), instance, address);
		}
	}

	void unblock(Instance instance, VirtualAddress address, Link link) {
		if (isRestricted(instance)) {
			report(filter.unblock(address.address(), link), instance, address);
		}
	}

	private void report(int errno, Instance instance, VirtualAddress address) {
		if (errno != 0) {
			log.info("(" + instance.name() + ") cannot change the firewall for " + address.address() + ": " + LinuxException.describe(errno));
		}
	}

	@Override
	public void close() {
		if (filter != null) {
			filter.close();
		}
	}
}

package org.kaconf.runtime.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.Macvlan;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.Sysctl;
import org.kaconf.runtime.loop.Log;

/**
 * The VMAC interfaces of this node: made at the start and when what carries them comes back, removed at the end. With them go the kernel settings that
 * keepalived chooses, without which two interfaces of one host on one segment answer for each other. Belongs to the loop's thread.
 */
final class Vmacs implements AutoCloseable {
	private static final String ON = "1";
	private static final String OFF = "0";
	/** Who holds the settings of interfaces that must not change when that of all does. */
	private static final String REVERSE_PATH_FILTER = "VMAC interfaces";
	private static final int LINK_LOCAL_PREFIX = 64;

	private final RouteNetlink netlink;
	private final Macvlan macvlan;
	private final Interfaces interfaces;
	private final OwnAddresses ownAddresses;
	private final KernelSettings settings;
	private final Log log;
	private final Map<String, VmacInterface> vmacs = new LinkedHashMap<>();
	/** By interface, the address that adverts over IPv6 leave with. */
	private final Map<String, VirtualAddress> sources = new LinkedHashMap<>();

	Vmacs(RouteNetlink netlink, Interfaces interfaces, OwnAddresses ownAddresses, KernelSettings settings, Log log) {
		this.netlink = netlink;
		macvlan = new Macvlan(netlink);
		this.interfaces = interfaces;
		this.ownAddresses = ownAddresses;
		this.settings = settings;
		this.log = log;
	}

	/** Makes those that are not there yet, once what carries them is there. @throws DaemonException when something else has the name */
	void require(List<VmacInterface> wanted) throws DaemonException, LinuxException {
		for (VmacInterface vmac : wanted) {
			VmacInterface known = vmacs.get(vmac.name());
			if (known != null && known.isSame(vmac)) {
				continue;
			}
			Link left = interfaces.get(vmac.name());
			if (left != null && !left.kind().equals(Macvlan.KIND)) {
				throw new DaemonException(ExitCode.INTERFACE, "use_vmac of vrrp_instance " + vmac.instance() + ": there is an interface " + vmac.name()
						+ " already that is no macvlan; choose another name");
			}
			if (known != null) {
				remove(known);
			} else if (left != null) {
				log.info("(" + vmac.instance() + ") removing " + vmac.name() + ", left behind by a daemon that was killed");
				macvlan.delete(vmac.name());
			}
			vmacs.put(vmac.name(), vmac);
			Link base = interfaces.get(vmac.base());
			if (base != null) {
				make(vmac, base);
			}
		}
	}

	/** Removes those that are not wanted any more. */
	void retain(List<VmacInterface> wanted) {
		List<VmacInterface> unwanted = new ArrayList<>(vmacs.values());
		unwanted.removeIf(vmac -> wanted.stream().anyMatch(vmac::isSame));
		unwanted.forEach(this::remove);
	}

	/** What an interface carried went with it. */
	void linkChanged(Link base) {
		for (VmacInterface vmac : vmacs.values()) {
			if (vmac.base().equals(base.name()) && interfaces.get(vmac.name()) == null) {
				try {
					make(vmac, base);
				} catch (LinuxException e) {
					log.info("(" + vmac.instance() + ") " + e.getMessage());
				}
			}
		}
	}

	/** Over IPv6 a VMAC sends from the address of its base. */
	void addressesChanged() {
		vmacs.values().forEach(this::updateSource);
	}

	private void make(VmacInterface vmac, Link base) throws LinuxException {
		int errno = macvlan.create(vmac.name(), vmac.hardwareAddress().bytes(), base);
		if (errno != 0) {
			throw new LinuxException("cannot make the VMAC interface " + vmac.name() + " on " + base.name(), errno);
		}
		log.detail("(" + vmac.instance() + "): Success creating VMAC interface " + vmac.name());
		configure(vmac);
		errno = macvlan.setUp(vmac.name());
		if (errno != 0) {
			log.info("(" + vmac.instance() + ") cannot set " + vmac.name() + " up: " + LinuxException.describe(errno));
		}
		Link link = netlink.link(vmac.name());
		if (link != null) {
			interfaces.put(link);
			sources.remove(vmac.name());
			updateSource(vmac);
		}
	}

	private void configure(VmacInterface vmac) {
		if (vmac.family() == Family.IPV6) {
			return;
		}
		clearReversePathFilter();
		settings.hold(ipv4(vmac.base(), "arp_ignore"), ON, vmac.name());
		settings.hold(ipv4(vmac.base(), "arp_filter"), ON, vmac.name());
		// These end with the interface.
		set(ipv4(vmac.name(), "arp_ignore"), ON);
		set(ipv4(vmac.name(), "accept_local"), ON);
		set(ipv4(vmac.name(), "rp_filter"), OFF);
		set(ipv4(vmac.name(), "promote_secondaries"), ON);
		set(Sysctl.ofInterface("ipv6", vmac.name(), "disable_ipv6"), ON);
	}

	/** The kernel takes the larger of an interface's value and that of all: those that others have stay as they are by getting it as their own. */
	private void clearReversePathFilter() {
		String all = Sysctl.read(ipv4("all", "rp_filter"));
		if (all == null || all.equals(OFF)) {
			return;
		}
		try {
			for (String name : Sysctl.interfaces("ipv4")) {
				String own = Sysctl.read(ipv4(name, "rp_filter"));
				if (!name.equals("all") && !vmacs.containsKey(name) && own != null && own.compareTo(all) < 0) {
					settings.hold(ipv4(name, "rp_filter"), all, REVERSE_PATH_FILTER);
				}
			}
			settings.hold(ipv4("all", "rp_filter"), OFF, REVERSE_PATH_FILTER);
		} catch (IOException e) {
			log.info("cannot list the settings of interfaces: " + e.getMessage());
		}
	}

	private void set(Path setting, String value) {
		try {
			Sysctl.write(setting, value);
		} catch (IOException e) {
			log.info("cannot set " + setting + " to " + value + ": " + e.getMessage());
		}
	}

	private static Path ipv4(String interfaceName, String setting) {
		return Sysctl.ofInterface("ipv4", interfaceName, setting);
	}

	private void updateSource(VmacInterface vmac) {
		Link link = interfaces.get(vmac.name());
		if (vmac.family() == Family.IPV4 || !vmac.sends() || link == null) {
			return;
		}
		VirtualAddress wanted = source(vmac);
		VirtualAddress known = sources.get(vmac.name());
		if (wanted == null || known != null && wanted.address().equals(known.address())) {
			return;
		}
		if (known != null) {
			netlink.remove(known, link);
		}
		int errno = netlink.add(wanted, link);
		if (errno != 0) {
			log.info("(" + vmac.instance() + ") cannot set " + wanted.prefix() + " on " + vmac.name() + ": " + LinuxException.describe(errno));
		}
		sources.put(vmac.name(), wanted);
	}

	/** Deprecated, so that nobody else sends from it. */
	private VirtualAddress source(VmacInterface vmac) {
		IpAddress address = vmac.source() != null ? vmac.source()
				: ownAddresses.of(vmac.base()).stream().filter(a -> a.family() == Family.IPV6 && a.isLinkLocal()).findFirst().orElse(null);
		if (address == null) {
			return null;
		}
		AddressOptions options = new AddressOptions(false, false, false, false, false, 0L, false, true, null);
		return new VirtualAddress(new IpPrefix(address, LINK_LOCAL_PREFIX), vmac.name(), null, null, null, null, options, null);
	}

	private void remove(VmacInterface vmac) {
		vmacs.remove(vmac.name());
		sources.remove(vmac.name());
		if (vmac.family() == Family.IPV4) {
			settings.release(ipv4(vmac.base(), "arp_ignore"), vmac.name());
			settings.release(ipv4(vmac.base(), "arp_filter"), vmac.name());
		}
		Link link = interfaces.get(vmac.name());
		int errno = link == null ? 0 : macvlan.delete(vmac.name());
		if (errno != 0 && errno != LinuxException.ENODEV) {
			log.info("(" + vmac.instance() + ") cannot remove the VMAC interface " + vmac.name() + ": " + LinuxException.describe(errno));
		}
	}

	@Override
	public void close() {
		retain(List.of());
	}
}

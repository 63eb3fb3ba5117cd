package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.PolicyRules;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.linux.RouteTable;
import org.kaconf.runtime.loop.Log;

/** Sets and removes routes and routing rules, virtual ones and those that a node has always. Belongs to the loop's thread. */
final class Routing {
	/** A kind of thing that the kernel routes by. */
	private record Kind<T>(String title, Consumer<T> check, ToIntFunction<T> add, ToIntFunction<T> remove) {
	}

	private final RouteNetlink netlink;
	private final Interfaces interfaces;
	private final Log log;
	/** Made when there are any: a daemon without them shall not wait for their classes. */
	private Kind<Route> routes;
	private Kind<RoutingRule> rules;

	Routing(RouteNetlink netlink, Interfaces interfaces, Log log) {
		this.netlink = netlink;
		this.interfaces = interfaces;
		this.log = log;
	}

	private Kind<Route> routes() {
		if (routes == null) {
			RouteTable table = new RouteTable(netlink, interfaces::get);
			routes = new Kind<>("route", table::check, table::add, table::remove);
		}
		return routes;
	}

	private Kind<RoutingRule> rules() {
		if (rules == null) {
			PolicyRules policy = new PolicyRules(netlink);
			rules = new Kind<>("rule", policy::check, policy::add, policy::remove);
		}
		return rules;
	}

	/** Looks all names up. @param who has them @throws DaemonException which name this host does not know */
	void check(String who, List<Route> someRoutes, List<RoutingRule> someRules) throws DaemonException {
		try {
			if (!someRoutes.isEmpty()) {
				someRoutes.forEach(routes().check);
			}
			if (!someRules.isEmpty()) {
				someRules.forEach(rules().check);
			}
		} catch (IllegalArgumentException e) {
			throw new DaemonException(ExitCode.CONFIGURATION, who + ": " + e.getMessage(), e);
		}
	}

	void addRoutes(String who, List<Route> some) {
		if (!some.isEmpty()) {
			add(routes(), who, some);
		}
	}

	void addRules(String who, List<RoutingRule> some) {
		if (!some.isEmpty()) {
			add(rules(), who, some);
		}
	}

	void removeRoutes(String who, List<Route> some) {
		if (!some.isEmpty()) {
			remove(routes(), who, some);
		}
	}

	void removeRules(String who, List<RoutingRule> some) {
		if (!some.isEmpty()) {
			remove(rules(), who, some);
		}
	}

	/** Sets those again that have vanished, unless they may. */
	void restore(String who, List<Route> someRoutes, List<RoutingRule> someRules) {
		if (!someRoutes.isEmpty()) {
			restore(routes(), who, someRoutes.stream().filter(route -> route.tracked() && route.expires() == null).toList());
		}
		if (!someRules.isEmpty()) {
			restore(rules(), who, someRules.stream().filter(RoutingRule::tracked).toList());
		}
	}

	private <T> void add(Kind<T> kind, String who, List<T> some) {
		for (T one : some) {
			int errno = kind.add.applyAsInt(one);
			if (errno != 0 && errno != LinuxException.EEXIST) {
				log.info(who + " cannot set " + kind.title + " " + RoutingText.of(one) + ": " + LinuxException.describe(errno));
			}
		}
	}

	private <T> void remove(Kind<T> kind, String who, List<T> some) {
		for (int i = some.size() - 1; i >= 0; i--) {
			int errno = kind.remove.applyAsInt(some.get(i));
			// It was never set, or it went with its interface.
			boolean gone = errno == LinuxException.ESRCH || errno == LinuxException.ENOENT || errno == LinuxException.ENODEV;
			if (errno != 0 && !gone) {
				log.info(who + " cannot remove " + kind.title + " " + RoutingText.of(some.get(i)) + ": " + LinuxException.describe(errno));
			}
		}
	}

	private <T> void restore(Kind<T> kind, String who, List<T> some) {
		for (T one : some) {
			if (kind.add.applyAsInt(one) == 0) {
				log.info(who + " " + kind.title + " " + RoutingText.of(one) + " was removed by somebody else, setting it again");
			}
		}
	}
}

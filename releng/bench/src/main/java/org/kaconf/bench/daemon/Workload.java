package org.kaconf.bench.daemon;

import java.time.Duration;
import java.util.Locale;

/**
 * Virtual routers in VRRP version 3 on eth0, with the virtual router ids from 1 on and one address each.
 *
 * @param instances 1..255
 * @param interval between adverts, a multiple of 10 ms
 */
record Workload(int instances, Duration interval) {
	/** The priority of the node that is to be master. */
	static final int MASTER_PRIORITY = 101;
	static final int BACKUP_PRIORITY = 100;
	private static final int OWNER_PRIORITY = 255;
	private static final int PRIORITIES = 256;

	/** keepalived's configuration of a node. */
	String configuration(String name, int priority) {
		StringBuilder text = new StringBuilder("global_defs {\n    router_id " + name + "\n}\n");
		for (int id = 1; id <= instances; id++) {
			text.append("""
					vrrp_instance VI_%d {
					    state %s
					    interface eth0
					    virtual_router_id %1$d
					    priority %d
					    version 3
					    advert_int %s
					    virtual_ipaddress {
					        10.9.1.%1$d/32
					    }
					}
					""".formatted(id, priority == OWNER_PRIORITY ? "MASTER" : "BACKUP", priority, String.format(Locale.ROOT, "%.2f", interval.toNanos() / 1e9)));
		}
		return text.toString();
	}

	/** A node that is master from the start. */
	Workload.Node owner(String name) {
		return new Node(name, configuration(name, OWNER_PRIORITY));
	}

	Workload.Node master(String name) {
		return new Node(name, configuration(name, MASTER_PRIORITY));
	}

	Workload.Node backup(String name) {
		return new Node(name, configuration(name, BACKUP_PRIORITY));
	}

	/** How long the backup waits after the last advert (RFC 9568, 6.1). */
	long masterDownNanos() {
		return 3 * interval.toNanos() + (PRIORITIES - BACKUP_PRIORITY) * interval.toNanos() / PRIORITIES;
	}

	@Override
	public String toString() {
		return instances + (instances == 1 ? " instance" : " instances") + " at " + interval.toMillis() / 1000.0 + " s";
	}

	/** A node's name and configuration. */
	record Node(String name, String configuration) {
	}
}

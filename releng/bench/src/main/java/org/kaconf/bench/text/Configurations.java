package org.kaconf.bench.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts to read: plain files that keepalived takes, and clusters. */
final class Configurations {
	/** Virtual router ids of one interface. */
	private static final int IDS = 250;
	private static final String INSTANCE = """
			vrrp_instance VI_%1$d {
			    state BACKUP
			    interface eth%2$d
			    virtual_router_id %3$d
			    priority %4$s
			    advert_int 1
			    authentication {
			        auth_type PASS
			        auth_pass secret%2$d
			    }
			    virtual_ipaddress {
			        10.%5$d.%6$d.%7$d/32
			    }
			    track_script {
			        check_web
			    }
			}
			""";
	private static final String SCRIPT = """
			vrrp_script check_web {
			    script "/usr/bin/true"
			    interval 2
			    weight -20
			    fall 3
			    rise 2
			}
			""";
	private static final String GLOBALS = """
			global_defs {
			    router_id bench
			    enable_script_security
			    script_user root
			}
			""";

	private Configurations() {
	}

	/** A plain file of one node. */
	static Path plain(Path folder, int instances) throws IOException {
		return Files.writeString(folder.resolve("plain-" + instances + ".conf"), GLOBALS + SCRIPT + instances(instances, "100"));
	}

	/** A cluster in one file. */
	static Path cluster(Path folder, int nodes, int instances) throws IOException {
		StringBuilder text = new StringBuilder("cluster bench {\n");
		for (int node = 1; node <= nodes; node++) {
			text.append("    node n").append(node).append(" {\n        address 10.255.0.").append(node).append("/24 dev eth0\n        $PRIORITY=").append(100 + 10 * node)
					.append("\n    }\n");
		}
		text.append("}\n").append(GLOBALS).append(SCRIPT).append(instances(instances, "${PRIORITY}"));
		return Files.writeString(folder.resolve("cluster-" + nodes + "x" + instances + ".kaconf"), text);
	}

	/** The same cluster as keepalived reads it: a file a node. */
	static List<Path> nodes(Path folder, int nodes, int instances) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int node = 1; node <= nodes; node++) {
			files.add(Files.writeString(folder.resolve("n" + node + ".conf"), GLOBALS + SCRIPT + instances(instances, Integer.toString(100 + 10 * node))));
		}
		return files;
	}

	private static String instances(int count, String priority) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(INSTANCE.formatted(i + 1, i / IDS, i % IDS + 1, priority, 10 + i / 62500, i / IDS % IDS, i % IDS + 1));
		}
		return text.toString();
	}
}

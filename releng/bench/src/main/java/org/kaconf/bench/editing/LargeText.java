package org.kaconf.bench.editing;

/** A cluster of two nodes with as many virtual routers as a text of some length holds. */
final class LargeText {
	private static final int ROUTERS_OF_INTERFACE = 250;
	private static final String HEAD = """
			cluster web {
			    keepalived_version 2.2.7
			    node lb1 {
			        address 10.0.0.1/8 dev eth0
			    }
			    node lb2 {
			        address 10.0.0.2/8 dev eth0
			    }
			}

			vrrp_script chk_nginx {
			    script "/usr/bin/pgrep nginx"
			    interval 2
			    weight -30
			    fall 3
			    rise 2
			}
			""";
	private static final String INSTANCE = """

			# front end %1$d
			vrrp_instance VI_%1$d {
			    @lb1 state MASTER
			    @lb2 state BACKUP
			    interface eth%2$d
			    virtual_router_id %3$d
			    @lb1 priority 150
			    @lb2 priority 130
			    advert_int %6$d
			    authentication {
			        auth_type PASS
			        auth_pass s3cret%3$d
			    }
			    virtual_ipaddress {
			        10.1.%4$d.%5$d/32
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	private LargeText() {
	}

	/** The shortest such text of at least so many lines. */
	static String ofLines(int lines) {
		StringBuilder text = new StringBuilder(HEAD);
		int length = (int) HEAD.lines().count();
		int instanceLength = (int) INSTANCE.lines().count();
		for (int i = 0; length < lines; i++, length += instanceLength) {
			text.append(INSTANCE.formatted(i + 1, i / ROUTERS_OF_INTERFACE, i % ROUTERS_OF_INTERFACE + 1, i / 200, i % 200 + 1, 1 + i % 3));
		}
		return text.toString();
	}
}

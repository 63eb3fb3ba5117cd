package org.kaconf.ide;

/** The configuration that the tests look at: two nginx front ends that share an address, in both shapes. */
final class Scenario {
	static final String CLUSTER = """
			cluster web {
			    keepalived_version 2.2.7
			    node nginx01 {
			        address 172.29.88.224/24 dev eth0
			    }
			    node nginx02 {
			        address 172.29.88.225/24 dev eth0
			    }
			}

			$VIP=172.29.88.222/24

			# Mail goes to
			# both of us.
			global_defs {
			    notification_email {
			        admin@example.com
			        oncall@example.com
			    }
			    notification_email_from keepalived@example.com
			    smtp_server mail.example.com
			    smtp_connect_timeout 30
			    router_id LVS_DEVEL
			}

			vrrp_script chk_nginx {
			    check process nginx {
			        restart "/usr/sbin/nginx"
			        settle 2
			    }
			    interval 2
			    weight -5
			    fall 3
			    rise 2
			}

			vrrp_instance VI_1 {
			    @nginx01 state MASTER
			    @nginx02 state BACKUP
			    interface ${_INTERFACE}
			    mcast_src_ip ${_ADDRESS}
			    virtual_router_id 51
			    @nginx01 priority 101
			    @nginx02 priority 100
			    advert_int 2
			    authentication {
			        auth_type PASS
			        auth_pass 1111
			    }
			    virtual_ipaddress {
			        ${VIP}
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	private static final String PLAIN = """
			global_defs {
			    router_id LVS_DEVEL
			}
			vrrp_script chk_nginx {
			    script "/etc/keepalived/check_nginx.sh"
			    interval 2
			    weight -5
			    fall 3
			    rise 2
			}
			vrrp_instance VI_1 {
			    state %s
			    interface eth0
			    mcast_src_ip %s
			    virtual_router_id 51
			    priority %d
			    advert_int 2
			    authentication {
			        auth_type PASS
			        auth_pass 1111
			    }
			    virtual_ipaddress {
			        172.29.88.222/24
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	private Scenario() {
	}

	static String plain(String state, String address, int priority) {
		return PLAIN.formatted(state, address, priority);
	}

	/** The text of the cluster with the cursor in a piece of it. */
	static Marked at(String marked) {
		return at(CLUSTER, marked);
	}

	/** @param marked a piece of the text, with {@code |} where the cursor is */
	static Marked at(String whole, String marked) {
		int cursor = marked.indexOf('|');
		String piece = marked.replace("|", "");
		int found = whole.indexOf(piece);
		if (cursor < 0 || found < 0) {
			throw new IllegalArgumentException("not in the text: " + marked);
		}
		return new Marked(whole, found + cursor, found + cursor);
	}
}

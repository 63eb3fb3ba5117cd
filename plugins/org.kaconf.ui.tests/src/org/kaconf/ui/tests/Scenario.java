package org.kaconf.ui.tests;

/** The text that the tests work on: the nginx cluster that the project's examples have too. */
final class Scenario {
	static final String TEXT = """
			# Two nginx front ends share one address.
			global_defs {
			    router_id LVS_DEVEL
			    enable_script_security
			    script_user root
			}

			cluster web {
			    keepalived_version 2.2.7
			    node nginx01 {
			        address 172.29.88.224/24 dev eth0
			    }
			    node nginx02 {
			        address 172.29.88.225/24 dev eth0
			    }
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
			        172.29.88.222/24
			    }
			    track_script {
			        chk_nginx
			    }
			}
			""";

	private Scenario() {
	}

	/** The offset of a piece of the text. */
	static int at(String text, String piece) {
		int offset = text.indexOf(piece);
		if (offset < 0) {
			throw new IllegalArgumentException("not in the text: " + piece);
		}
		return offset;
	}
}

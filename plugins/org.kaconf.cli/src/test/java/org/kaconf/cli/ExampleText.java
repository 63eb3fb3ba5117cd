package org.kaconf.cli;

/** A small cluster without findings. */
final class ExampleText {
	static final String CLUSTER = """
			cluster web {
			    node nginx01 {
			        address 172.29.88.224/24 dev eth0
			    }
			    node nginx02 {
			        address 172.29.88.225/24 dev eth0
			    }
			}

			global_defs {
			    enable_script_security
			    script_user root
			}

			vrrp_script chk_nginx {
			    check http http://127.0.0.1/ {
			        connect_timeout 3
			        attempts 2
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

	private ExampleText() {
	}
}

package org.kaconf.lint.rules.instance;

/** Things of each kind that an instance can track, with the name {@code one}, and what they weigh unless a list says otherwise. */
final class WeightedThings {
	static final String DEFINITIONS = """
			global_defs {
			    enable_script_security
			    script_user root
			}
			vrrp_script one {
			    script /bin/true
			    weight -5
			}
			track_file one {
			    file /run/kaconf-one
			}
			track_file two {
			    file /run/kaconf-two
			    weight 2
			}
			bfd_instance one {
			    neighbor_ip 192.0.2.1
			    weight 7
			}
			vrrp_track_process one {
			    process nginx
			    weight 9
			}
			""";

	private WeightedThings() {
	}
}

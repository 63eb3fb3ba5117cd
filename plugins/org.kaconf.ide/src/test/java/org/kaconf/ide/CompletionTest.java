package org.kaconf.ide;

import static org.kaconf.ide.CompletionAssert.completions;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompletionTest {
	private static final String CLUSTER = """
			cluster web {
			    node nginx01 {
			        address 172.29.88.224/24 dev eth0
			    }
			    node nginx02 {
			        address 172.29.88.225/24 dev eth1
			    }
			}
			""";

	@Nested
	class Keywords {
		@Test
		void offersWhatTheBlockAllows() {
			completions("vrrp_instance VI_1 {\n    pri|\n}").startsWith("priority").doesNotContain("interval", "vrrp_script", "state")
					.applying("priority").is(Proposal.Kind.KEYWORD).withDetail("1..255").withDetail("default 100")
					.withDocumentation("Who wins").yields("vrrp_instance VI_1 {\n    priority |\n}");
		}

		@Test
		void onAnEmptyLine() {
			completions("vrrp_instance VI_1 {\n    |\n}").contains("state", "interface", "virtual_router_id").doesNotContain("vrrp_instance");
		}

		@Test
		void inAnEmptyText() {
			completions("|").contains("cluster", "global_defs", "vrrp_script", "vrrp_instance").doesNotContain("priority");
		}

		@Test
		void includesEverywhereAndLast() {
			completions("inc|").contains("include", "includer", "includea").applying("include").withDocumentation("Reads other files").yields("include |");
			completions("vrrp_instance VI_1 {\n    |\n}").contains("state", "include", "includew");
			completions("vrrp_instance VI_1 {\n    virtual_ipaddress {\n        inc|\n    }\n}").contains("include");
			completions("cluster web {\n    keepalived_version 2.1.5\n}\ninc|").contains("include").doesNotContain("includer");
		}

		@Test
		void ofTheLoadBalancer() {
			completions("virtual_server 10.0.0.1 80 {\n    |\n}").contains("lb_algo", "real_server", "quorum").doesNotContain("HTTP_GET", "priority");
			completions("virtual_server 10.0.0.1 80 {\n    real_server 10.0.0.2 80 {\n        HTTP_GET {\n            |\n        }\n    }\n}")
					.contains("url", "connect_timeout").doesNotContain("tls_compliant", "lb_algo");
			completions("virtual_server 10.0.0.1 80 {\n    lb_algo |\n}").contains("rr", "wlc", "twos");
		}

		@Test
		void asTheReleaseKnowsThem() {
			String text = "cluster web {\n    keepalived_version %s\n}\nvrrp_instance VI_1 {\n    |\n}";
			completions(text.formatted("2.0.20")).contains("state").doesNotContain("unicast_ttl", "auth_hmac");
			completions(text.formatted("2.1.0")).contains("unicast_ttl").doesNotContain("auth_hmac");
			completions(text.formatted("2.4.0")).contains("auth_hmac");
			completions("cluster web {\n    keepalived_version |\n}").contains("2.0.20", "2.4.3");
		}

		@Test
		void inTheMiddleOfAWordReplacesAllOfIt() {
			completions("vrrp_instance VI_1 {\n    prio|xyz\n}").applying("priority").yields("vrrp_instance VI_1 {\n    priority |\n}");
		}

		@Test
		void keepsTheValuesThatFollow() {
			completions("vrrp_instance VI_1 {\n    prio| 100\n}").applying("priority").yields("vrrp_instance VI_1 {\n    priority| 100\n}");
		}

		@Test
		void behindACondition() {
			completions("vrrp_instance VI_1 {\n    @nginx01 pri|\n}").applying("priority").yields("vrrp_instance VI_1 {\n    @nginx01 priority |\n}");
			completions("vrrp_instance VI_1 {\n    @nginx01 |\n}").contains("state", "priority");
		}

		@Test
		void whatIsThereAlreadyComesLast() {
			completions("vrrp_instance VI_1 {\n    state BACKUP\n    |\n}").contains("interface", "state");
			completions("vrrp_instance VI_1 {\n    @n1 state BACKUP\n    |\n}").contains("state", "interface");
		}

		@Test
		void knowsTheVersionOfTheCluster() {
			String text = "cluster web {\n    keepalived_version %s\n}\nvrrp_instance VI_1 {\n    no_virt|\n}";
			completions(text.formatted("2.2.7")).doesNotContain("no_virtual_ipaddress");
			completions(text.formatted("2.3.0")).contains("no_virtual_ipaddress");
		}

		@Test
		void oldSpellingsComeLast() {
			completions("vrrp|").contains("vrrp_script", "vrrp_instance", "vrrp_track_file").applying("vrrp_track_file").withDetail("deprecated");
		}

		@Test
		void notInCommentsAndNotInUnknownBlocks() {
			completions("vrrp_instance VI_1 {\n    # pri|\n}").isEmpty();
			completions("vrrp_instance VI_1 {\n    priority 1 ! pri|\n}").isEmpty();
			completions("vrrp_instance VI_1 {\n    # is |\n}").isEmpty();
			completions("whatever {\n    pri|\n}").isEmpty();
		}
	}

	@Nested
	class Blocks {
		@Test
		void comeWithBracesAndIndentation() {
			completions("vrrp_instance VI_1 {\n    track_s|\n}").applying("track_script").is(Proposal.Kind.BLOCK)
					.yields("vrrp_instance VI_1 {\n    track_script {\n        |\n    }\n}");
		}

		@Test
		void useTheIndentationOfTheText() {
			completions("global_defs {\n\trouter_id a\n}\nvrrp_instance VI_1 {\n\tauthen|\n}").applying("authentication")
					.yields("global_defs {\n\trouter_id a\n}\nvrrp_instance VI_1 {\n\tauthentication {\n\t\t|\n\t}\n}");
		}

		@Test
		void getAFreshName() {
			completions("vrrp_instance VI_1 {\n}\nvrrp_in|").applying("vrrp_instance").yields("vrrp_instance VI_1 {\n}\nvrrp_instance VI_2 {\n    |\n}");
		}

		@Test
		void waitForTheirArguments() {
			completions("virtual_server|").applying("virtual_server").yields("virtual_server | {\n    \n}");
		}

		@Test
		void areNotOpenedTwice() {
			completions("vrrp_instance VI_1 {\n    track_s| {\n    }\n}").applying("track_script").yields("vrrp_instance VI_1 {\n    track_script| {\n    }\n}");
		}

		@Test
		void snippetsStandWhereTheyBelong() {
			completions("vrrp_instance VI_1 {\n    auth|\n}").applying("authentication with password").is(Proposal.Kind.SNIPPET)
					.yields("vrrp_instance VI_1 {\n    authentication {\n        auth_type PASS\n        auth_pass |\n    }\n}");
			completions("|").contains("cluster of two nodes", "vrrp_instance with address");
		}
	}

	@Nested
	class Values {
		@Test
		void ofAnEnumeration() {
			completions("vrrp_instance VI_1 {\n    state |\n}").containsExactly("MASTER", "BACKUP").applying("BACKUP").withDetail("default")
					.yields("vrrp_instance VI_1 {\n    state BACKUP|\n}");
			completions("vrrp_instance VI_1 {\n    state MA|S\n}").containsExactly("MASTER").applying("MASTER")
					.yields("vrrp_instance VI_1 {\n    state MASTER|\n}");
		}

		@Test
		void ofATruthValue() {
			completions("vrrp_instance VI_1 {\n    smtp_alert |\n}").contains("yes", "no");
		}

		@Test
		void theDefaultOfANumber() {
			completions("vrrp_instance VI_1 {\n    priority |\n}").containsExactly("100").applying("100").withDetail("default");
		}

		@Test
		void interfacesOfTheFile() {
			completions("vrrp_instance A {\n    interface eth7\n}\nvrrp_instance B {\n    interface |\n}").containsExactly("eth7");
			completions(CLUSTER + "vrrp_instance A {\n    interface |\n}").containsExactly("eth0", "eth1", "${_INTERFACE}");
			completions("vrrp_instance A {\n    interface eth7\n    virtual_ipaddress {\n        192.0.2.1/24 dev |\n    }\n}").containsExactly("eth7");
		}

		@Test
		void optionsOfAnEntry() {
			completions("vrrp_instance A {\n    virtual_ipaddress {\n        192.0.2.1/24 d|\n    }\n}").contains("dev").applying("dev")
					.yields("vrrp_instance A {\n    virtual_ipaddress {\n        192.0.2.1/24 dev |\n    }\n}");
		}

		@Test
		void insideQuotes() {
			completions("vrrp_instance A {\n    state \"MA|\"\n}").applying("MASTER").yields("vrrp_instance A {\n    state \"MASTER|\"\n}");
			completions("vrrp_instance A {\n    state \"MA|\n}").applying("MASTER").yields("vrrp_instance A {\n    state \"MASTER|\n}");
		}

		@Test
		void kindsOfChecks() {
			completions("vrrp_script a {\n    check |\n}").contains("process", "http", "tcp").applying("http").yields("vrrp_script a {\n    check http |\n}");
			completions("vrrp_script a {\n    check process nginx {\n        on_failure |\n    }\n}").containsExactly("exit", "stop_keepalived");
		}
	}

	@Nested
	class References {
		private static final String SCRIPTS = "vrrp_script chk_nginx {\n}\nvrrp_script chk_http {\n}\n";

		@Test
		void scriptsInTrackScript() {
			completions(SCRIPTS + "vrrp_instance A {\n    track_script {\n        |\n    }\n}").containsExactly("chk_nginx", "chk_http");
			completions(SCRIPTS + "vrrp_instance A {\n    track_script {\n        chk_h|\n    }\n}").containsExactly("chk_http").applying("chk_http")
					.is(Proposal.Kind.REFERENCE).yields(SCRIPTS + "vrrp_instance A {\n    track_script {\n        chk_http|\n    }\n}");
		}

		@Test
		void instancesInAGroup() {
			completions("vrrp_instance VI_1 {\n}\nvrrp_instance \"VI 2\" {\n}\nvrrp_sync_group G {\n    group {\n        |\n    }\n}")
					.containsExactly("VI_1", "VI 2").applying("VI 2").yields(
							"vrrp_instance VI_1 {\n}\nvrrp_instance \"VI 2\" {\n}\nvrrp_sync_group G {\n    group {\n        \"VI 2\"|\n    }\n}");
		}

		@Test
		void nodesAfterTheAtSign() {
			completions(CLUSTER + "vrrp_instance A {\n    @|\n}").containsExactly("@nginx01", "@nginx02", "@^nginx01", "@^nginx02").applying("@nginx02")
					.yields(CLUSTER + "vrrp_instance A {\n    @nginx02 |\n}");
			completions(CLUSTER + "vrrp_instance A {\n    @ngi| state MASTER\n}").applying("@nginx01")
					.yields(CLUSTER + "vrrp_instance A {\n    @nginx01| state MASTER\n}");
		}

		@Test
		void definitionsAfterTheDollarSign() {
			completions("$VIP=192.0.2.1\nvrrp_instance A {\n    mcast_src_ip $|\n}").startsWith("VIP").contains("_NODE", "_ADDRESS").applying("VIP")
					.withDetail("192.0.2.1").yields("$VIP=192.0.2.1\nvrrp_instance A {\n    mcast_src_ip ${VIP}|\n}");
			completions("vrrp_instance A {\n    interface ${_INT|\n}").containsExactly("_INTERFACE").applying("_INTERFACE")
					.yields("vrrp_instance A {\n    interface ${_INTERFACE}|\n}");
			completions("vrrp_instance A {\n    interface ${_N|ODE}\n}").applying("_NODE").yields("vrrp_instance A {\n    interface ${_NODE}|\n}");
		}

		@Test
		void peersOfANode() {
			completions(CLUSTER + "vrrp_instance A {\n    unicast_peer {\n        |\n    }\n}").contains("${_PEERS}");
		}
	}

	@Nested
	class Suppressions {
		@Test
		void offerTheRules() {
			completions("vrrp_instance A { # kaconf: ignore KA3005 |\n}").contains("KA3005 password-differs");
			completions("# kaconf: ignore password|\n").applying("KA3005 password-differs").yields("# kaconf: ignore KA3005 |\n");
			completions("# kaconf: ignore KA3005 the test needs it |\n").isEmpty();
		}
	}

	@Nested
	class BrokenTexts {
		@Test
		void insideUnclosedBlocks() {
			completions("vrrp_instance VI_1 {\n    pri|").startsWith("priority");
			completions("vrrp_instance VI_1 {\n    authentication {\n        auth_t|").applying("auth_type")
					.yields("vrrp_instance VI_1 {\n    authentication {\n        auth_type |");
			completions("vrrp_instance VI_1 {\n    |").contains("state");
			completions("vrrp_instance VI_1 {\n|").contains("state").doesNotContain("vrrp_script");
		}

		@Test
		void anUnclosedBlockEndsBeforeTheNextOneOfTheTopLevel() {
			String rest = "\n\nvrrp_instance VI_2 {\n    state BACKUP\n}\n";
			completions("vrrp_instance VI_1 {\n    pri|" + rest).startsWith("priority");
			completions("vrrp_instance VI_1 {\n    state BACKUP\n\nvrrp_instance VI_2 {\n    pri|\n}\n").startsWith("priority");
		}

		@Test
		void betweenTwoBraces() {
			completions("vrrp_instance VI_1 {|}").contains("state").doesNotContain("vrrp_instance");
			completions("vrrp_instance VI_1 { pri| }").startsWith("priority");
		}

		@Test
		void behindAStrayBrace() {
			completions("}\nvrrp_instance VI_1 {\n    pri|\n}").startsWith("priority");
			completions("vrrp_instance VI_1 {\n}\n}\nvrrp_scr|").startsWith("vrrp_script");
		}

		@Test
		void withWindowsLineEnds() {
			completions("vrrp_instance VI_1 {\r\n    pri|\r\n}\r\n").applying("priority").yields("vrrp_instance VI_1 {\r\n    priority |\r\n}\r\n");
		}
	}
}

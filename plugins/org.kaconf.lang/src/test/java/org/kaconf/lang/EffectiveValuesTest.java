package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lang.catalog.InstalledKeepalived;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.Tracking;

/** The values that count in the model are those that keepalived itself arrives at. */
@Tag("live")
class EffectiveValuesTest {
	/** Lines of an instance that the model has nothing of, or that depend on the host. */
	private static final Pattern NOT_COMPARED = Pattern.compile("Flags.*|Using unicast.*|Unicast config option.*|If unicast go.*|Number of config faults.*|Interface = .*"
			+ "|Using src_ip = [^(]*|Password = .*|Next gratuitous.*|No sockets.*|fd_in.*|.* state transition script = .*|Use VMAC for VIPs.*");
	private static final Pattern HEAD_OF_LIST = Pattern.compile("   [A-Z].*:");
	private static final Kaconf KACONF = Kaconf.create();

	@TempDir
	private Path folder;

	@BeforeAll
	static void keepalivedIsThere() {
		assumeTrue(InstalledKeepalived.isJudge(), "needs keepalived 2.2.7 and network namespaces");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"vrrp_instance A {\n}\n",
			"vrrp_instance A {\n garp_master_repeat 0\n garp_master_refresh 7\n garp_master_refresh_repeat 3\n}\nglobal_defs {\n vrrp_garp_master_delay 1\n vrrp_garp_master_repeat 2\n}\nvrrp_instance B {\n garp_lower_prio_delay 7\n}\n",
			"global_defs {\n vrrp_garp_master_repeat 3\n vrrp_min_garp\n vrrp_down_timer_adverts 7\n vrrp_skip_check_adv_addr\n}\nvrrp_instance A {\n down_timer_adverts 200\n}\nglobal_defs {\n vrrp_down_timer_adverts 2\n}\n",
			"global_defs {\n vrrp_min_garp\n vrrp_garp_master_repeat 6\n vrrp_garp_lower_prio_repeat 8\n vrrp_garp_lower_prio_delay 9\n}\nvrrp_instance A {\n}\n",
			"global_defs {\n vrrp_strict\n}\nvrrp_instance A {\n state MASTER\n priority 150\n down_timer_adverts 5\n garp_lower_prio_repeat 9\n higher_prio_send_advert\n preempt_delay 5\n accept\n}\nvrrp_instance B {\n strict_mode no\n no_accept\n preempt_delay 1.5\n}\n",
			"vrrp_instance A {\n strict_mode\n version 3\n accept\n advert_int 0.126\n}\nvrrp_instance B {\n strict_mode\n priority 255\n use_vmac vv 02:00:00:00:00:01\n vmac_xmit_base\n}\n",
			"vrrp_instance A {\n version 3\n version 2\n advert_int 0.5\n}\nvrrp_instance B {\n version 9\n native_ipv6\n}\n",
			"vrrp_instance A {\n lower_prio_no_advert\n higher_prio_send_advert on\n skip_check_adv_addr no\n dont_track_primary\n promote_secondaries\n kernel_rx_buf_size 70000\n mcast_dst_ip 224.0.0.77\n mcast_src_ip 10.9.0.9\n}\n",
			"global_defs {\n smtp_alert\n vrrp_notify_priority_changes\n}\nvrrp_instance A {\n smtp_alert no\n}\nvrrp_instance B {\n notify_priority_changes off\n notify_deleted\n}\n",
			"global_defs {\n smtp_alert\n smtp_alert_vrrp off\n}\nvrrp_instance A {\n notify_deleted /bin/true\n}\nvrrp_instance B {\n smtp_alert yes\n}\n",
			"vrrp_instance A {\n unicast_src_ip 10.9.0.1\n unicast_ttl 17\n unicast_peer {\n  10.9.0.2\n  10.9.0.3 min_ttl 9\n }\n}\nvrrp_instance B {\n unicast_peer {\n  10.9.0.2\n }\n old_unicast_checksum never\n}\n",
			"vrrp_instance A {\n unicast_peer {\n  10.9.0.2\n }\n old_unicast_checksum\n check_unicast_src\n}\nvrrp_instance B {\n unicast_ttl 3\n}\n",
			"vrrp_instance A {\n use_vmac\n promote_secondaries\n garp_extra_if 7\n}\nvrrp_instance B {\n use_vmac vx 02:aa:00:00:00:\n unicast_peer {\n  10.9.0.2\n }\n}\n",
			"global_defs {\n vrrp_garp_extra_if all 9\n}\nvrrp_instance A {\n}\nvrrp_instance B {\n virtual_ipaddress_excluded {\n  10.9.1.7 dev eth1\n }\n}\n",
			"vrrp_instance A {\n state MASTER\n priority 150\n}\nvrrp_instance B {\n state MASTER\n}\nvrrp_sync_group G {\n group {\n  A\n  B\n }\n notify_priority_changes\n}\n",
			"vrrp_instance A {\n nopreempt\n preempt_delay 3\n authentication {\n  auth_type AH\n  auth_pass abc\n }\n state MASTER\n priority 9\n}\nvrrp_instance B {\n priority 255\n nopreempt\n authentication {\n  auth_type PASS\n }\n}\n" })
	void instances(String text) throws IOException {
		compare(text.replace("vrrp_instance A {", "vrrp_instance A {\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n  10.9.0.5/24\n }\n")
				.replace("vrrp_instance B {", "vrrp_instance B {\n interface eth0\n virtual_router_id 6\n virtual_ipaddress {\n  10.9.0.6\n }\n")
				.replace("virtual_ipaddress {\n  10.9.0.6\n }\n\n version 9", "virtual_ipaddress {\n  fe80::6\n }\n\n version 9"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.9.0.5/24 dev eth1 label eth1:1 home noprefixroute autojoin no_track", "10.9.0.5/24 brd + scope link", "10.9.0.5 peer 10.9.0.6",
			"fe80::5/64 -nodad mngtmpaddr", "fe80::5", "fe80::5/128 preferred_lft 77", "fe80::5 preferred_lft forever", "10.9.0.5\n  10.9.0.6/99\n  10.9.0.7" })
	void addresses(String lines) throws IOException {
		compare("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n  " + lines + "\n }\n}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.8.0.0/16 via 10.9.0.9 dev eth0 metric 5 mtu lock 1400 advmss 1300 hoplimit 9", "default via 10.9.0.9 dev eth0 onlink no_track protocol 33",
			"src 10.9.0.1 to 10.8.0.0/16 dev eth0 table 100 append", "10.8.0.0/16 nexthop via 10.9.0.8 weight 3 nexthop via 10.9.0.7 dev eth0 onlink",
			"10.8.0.0/16 via 10.9.0.8 or 10.9.0.7", "inet6 default via fe80::9 dev eth0", "inet6 x default via fe80::9 dev eth0", "fe80::/64 via 10.9.0.9", "via inet6 fe80::9 default dev eth0", "default via inet6 fe80::9 dev eth0", "10.8.0.0/99 dev eth0",
			"2001:db8::/32 via fe80::9 dev eth0 expires 60", "10.8.0.0/16 dev eth0 rtt 300ms rttvar lock 2ms rto_min 1s", "10.8.0.0/16 dev eth0 metric x", "dev eth0",
			"add 10.8.0.0/16 via inet 10.9.0.9 dev eth0 initcwnd 10 quickack 1" })
	void routes(String line) throws IOException {
		compare("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n  10.9.0.5\n }\n virtual_routes {\n  " + line + "\n }\n}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "from 10.0.0.0/8 table 100\n  to 10.0.0.0/8 blackhole fwmark 5/0x7 priority 100\n  from all lookup 7", "not from 10.0.0.0/8 iif eth0 oif eth1 table 9 no_track",
			"from 10.0.0.0/8", "to 10.0.0.0/8 goto 5", "to 10.0.0.0/8 preference 4 goto 5", "to 10.0.0.0/8 preference 9 goto 5", "from fe80::/10 table 5", "from fe80::/10 to 10.0.0.0/8 table 5", "to 10.0.0.0/8 from all table 5", "from all to 10.0.0.0/8 table 5",
			"uidrange 1-9 dport 80-90 table 5 priority 7", "realms 1 blackhole", "table 5 prohibit", "type unreachable" })
	void rules(String lines) throws IOException {
		compare("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n  10.9.0.5\n }\n virtual_rules {\n  " + lines + "\n }\n}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@G", "@G sync_group_tracking_weight", "@G priority 255" })
	void trackers(String group) throws IOException {
		String definitions = "global_defs {\n script_user root\n}\nvrrp_script s {\n script /bin/true\n weight 5 reverse\n}\nvrrp_script t {\n script /bin/true\n}\nvrrp_script u {\n script /bin/true\n weight -7\n}\n"
				+ "vrrp_track_process p {\n process sleep 100\n weight 10\n quorum 2\n quorum_max 4\n delay 3\n fork_delay 1\n}\nvrrp_track_process q {\n process nothing\n}\n"
				+ "track_file f {\n file /run/kaconf-none\n}\ntrack_file g {\n file /run/kaconf-none2\n weight 3 reverse\n weight 9\n}\nbfd_instance b {\n neighbor_ip 10.9.0.2\n weight -4\n}\n";
		String tracking = " track_script {\n  s\n  t weight -254\n  t weight 3\n  u nonsense 4\n }\n track_interface {\n  eth0\n  eth1 weight -9 reverse\n }\n track_process {\n  p weight 4 noreverse\n  q weight 999\n }\n"
				+ " track_file {\n  f\n  g weight 2 nonsense\n  g\n }\n track_bfd {\n  b weight 6 reverse\n }\n";
		String inGroup = " track_script {\n  s weight 9\n  u\n }\n track_process {\n  p weight 8\n  q\n }\n track_file {\n  f weight 7\n }\n track_interface {\n  eth1 weight 3\n }\n";
		String groupText = group.isEmpty() ? "" : "vrrp_sync_group G {\n group {\n  A\n }\n" + inGroup + (group.contains("weight") ? " sync_group_tracking_weight\n" : "") + "}\n";
		compare(definitions + groupText + "vrrp_instance A {\n interface eth0\n virtual_router_id 5\n" + (group.contains("255") ? " priority 255\n" : "")
				+ " virtual_ipaddress {\n  10.9.0.5\n }\n" + tracking + "}\n");
	}

	private void compare(String text) throws IOException {
		Node node = Texts.analyse(KACONF, text).cluster().nodes().getFirst();
		KeepalivedDump dump = KeepalivedDump.of(text, folder);
		assertThat(node.instances()).isNotEmpty();
		for (Instance instance : node.instances()) {
			String section = "VRRP Instance " + instance.name();
			assertThat(InKeepalivedsWords.of(instance)).as("%s%n%s", section, dump).isEqualTo(values(dump.section(section)));
			if (instance.vmac() == null) {
				List<String> addresses = new ArrayList<>(dump.list(section, "Virtual IP ("));
				addresses.addAll(dump.list(section, "Virtual IP Excluded"));
				List<String> ours = new ArrayList<>();
				instance.virtualAddresses().forEach(a -> ours.add(InKeepalivedsWords.of(a, instance.interfaceName())));
				instance.excludedAddresses().forEach(a -> ours.add(InKeepalivedsWords.of(a, instance.interfaceName())));
				assertThat(ours).as(text).isEqualTo(addresses.stream().map(a -> a.replaceAll(" (brd|scope|peer) \\S+", "")).toList());
			}
			List<String> routes = dump.list(section, "Virtual Routes").stream().map(r -> r.replaceAll(" scope \\d+", "")).toList();
			assertThat(instance.routes().stream().map((Route r) -> InKeepalivedsWords.of(r)).toList()).as(text).isEqualTo(routes);
			List<String> rules = dump.list(section, "Virtual Rules").stream().map(r -> r.replaceAll(" tos 0x0", "")).toList();
			assertThat(instance.rules().stream().map((RoutingRule r) -> InKeepalivedsWords.of(r)).toList()).as(text).isEqualTo(rules);
			compareTracking(instance, dump);
		}
	}

	/** Their values in our words: without what cannot be compared and without the lists. */
	private static List<String> values(List<String> section) {
		List<String> values = new ArrayList<>();
		for (String line : section) {
			String text = line.strip().replaceFirst(", ifindex \\d+$", "").replaceFirst("Use VMAC, .*(xmit_base = \\w+)", "Use VMAC $1").replaceFirst(" \\(using VRID\\)$", "");
			boolean ofList = line.startsWith("     ") && !text.startsWith("MAC = ") || HEAD_OF_LIST.matcher(line).matches();
			if (!ofList && !NOT_COMPARED.matcher(text).matches()) {
				values.add(text);
			}
		}
		return values;
	}

	private static void compareTracking(Instance instance, KeepalivedDump dump) {
		Tracking tracking = instance.tracking();
		List<String> ours = new ArrayList<>();
		tracking.scripts().forEach(t -> ours.add("VRRP Script " + t.script() + weight(t.weight(), t.reverse())));
		tracking.processes().forEach(t -> ours.add("VRRP Track process " + t.process() + weight(t.weight(), t.reverse())));
		tracking.files().forEach(t -> ours.add("Track file " + t.file() + weight(t.weight(), t.reverse())));
		tracking.interfaces().forEach(t -> ours.add("Name " + t.name() + weight(t.weight(), t.reverse())));
		tracking.bfds().forEach(t -> ours.add("VRRP Track BFD " + t.session() + weight(t.weight(), t.reverse())));
		List<String> theirs = new ArrayList<>();
		List<String> sections = new ArrayList<>(List.of("VRRP Script s", "VRRP Script t", "VRRP Script u", "VRRP Track process p", "VRRP Track process q", "Track file f", "Track file g",
				"VRRP Track BFD b"));
		if (!tracking.interfaces().isEmpty()) {
			// Else it is one of addresses and routes, which keepalived tracks too.
			sections.add("Name eth1");
		}
		for (String section : sections) {
			dump.section(section).stream().map(String::strip).filter(line -> line.startsWith(instance.name() + ", weight "))
					.forEach(line -> theirs.add(section + line.substring(instance.name().length())));
		}
		assertThat(ours).as(dump.toString()).containsExactlyInAnyOrderElementsOf(theirs);
	}

	private static String weight(int weight, boolean reverse) {
		return ", weight " + weight + (reverse ? " reverse" : "");
	}
}

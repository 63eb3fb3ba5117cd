package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.BfdSession;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Command;
import org.kaconf.model.Extensions;
import org.kaconf.model.Family;
import org.kaconf.model.Firewall;
import org.kaconf.model.Globals;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.InterfaceSettings;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IptablesChains;
import org.kaconf.model.Node;
import org.kaconf.model.NotifyFifo;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.ReceiveBuffers;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TimedCommand;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackGroup;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.Tracking;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** What keepalived makes of a text, statement by statement. */
class ModelTest {
	private static final String SCRIPTS = "vrrp_script s { script /s\nweight 5\n}\nvrrp_script t { script /t\n}\n";
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void defaults() {
		assertThat(node("vrrp_instance V {\n}").instances()).containsExactly(Instance.builder("V").build());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-,-,BACKUP,100", "MASTER,-,MASTER,255", "BACKUP,-,BACKUP,100", "-,255,MASTER,255", "-,200,BACKUP,200", "BACKUP,255,BACKUP,255", "master,150,BACKUP,150", "MASTER,999,MASTER,100",
			"MASTER,0,MASTER,100", "MASTER,abc,MASTER,100", "MASTER,+20,MASTER,20" })
	void stateAndPriority(String state, String priority, InitialState expectedState, int expectedPriority) {
		Instance instance = instance((state == null ? "" : "state " + state + "\n") + (priority == null ? "" : "priority " + priority));
		assertThat(instance.initialState()).isEqualTo(expectedState);
		assertThat(instance.priority()).isEqualTo(expectedPriority);
	}

	@Test
	void whichOfSeveralWins() {
		assertThat(instance("state MASTER\nstate BACKUP").initialState()).isEqualTo(InitialState.MASTER);
		assertThat(instance("state BACKUP\nstate MASTER").initialState()).isEqualTo(InitialState.MASTER);
		assertThat(instance("priority 10\npriority 20").priority()).isEqualTo(20);
		assertThat(instance("notify_master /a\nnotify_master /b").notifyScripts().master().words()).containsExactly("/a");
		Node node = node("vrrp_instance V {\npriority 1\n}\nvrrp_instance V {\npriority 2\n}\n" + SCRIPTS + "vrrp_script s { script /other\n}");
		assertThat(node.instances()).extracting(Instance::priority).containsExactly(1);
		assertThat(node.script("s").orElseThrow().command().words()).containsExactly("/s");
	}

	@Test
	void wrongValuesFallBack() {
		Instance instance = instance("virtual_router_id 300\nadvert_int x\nversion 4\nmcast_src_ip nonsense\ndown_timer_adverts 0\npreempt_delay -1");
		assertThat(instance).isEqualTo(Instance.builder("V").build());
		assertThat(instance("virtual_router_id 5\nvirtual_router_id 300").virtualRouterId()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "2,1,1000", "2,1.4,1000", "2,1.5,2000", "2,0.3,1000", "2,300,1000", "3,0.1,100", "3,0.123,120", "3,0.126,130", "3,.5,500", "3,50,40950", "3,0.001,1000" })
	void advertisementInterval(int version, String written, long millis) {
		assertThat(instance("version " + version + "\nadvert_int " + written).advertInterval()).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void versionAndFamily() {
		assertThat(inNode("global_defs {\nvrrp_version 3\n}\nvrrp_instance V {\n}").version()).isEqualTo(VrrpVersion.V3);
		assertThat(inNode("vrrp_instance V {\n}\nglobal_defs {\nvrrp_version 3\n}\n").version()).as("read at the end").isEqualTo(VrrpVersion.V3);
		assertThat(inNode("global_defs {\nvrrp_version 3\n}\nvrrp_instance V {\nversion 2\n}").version()).isEqualTo(VrrpVersion.V2);
		Instance ipv6 = instance("virtual_ipaddress {\nfe80::1/64\n10.0.0.1\n}");
		assertThat(ipv6.version()).isEqualTo(VrrpVersion.V3);
		assertThat(ipv6.family()).isEqualTo(Family.IPV6);
		assertThat(ipv6.multicastGroup()).isEqualTo(Instance.MULTICAST_IPV6);
		assertThat(ipv6.virtualAddresses()).as("of the same family").containsExactly(VirtualAddress.of("fe80::1/64"));
		assertThat(inNode("global_defs {\nvrrp_mcast_group4 224.0.0.99\n}\nvrrp_instance V {\n}").multicastGroup()).isEqualTo(IpAddress.of("224.0.0.99"));
		assertThat(instance("mcast_dst_ip 224.0.0.44").multicastGroup()).isEqualTo(IpAddress.of("224.0.0.44"));
	}

	@Test
	void authentication() {
		String password = "authentication {\nauth_type PASS\nauth_pass 123456789\n}\n";
		assertThat(instance(password).authentication()).isEqualTo(new Authentication(Authentication.Type.PASS, "123456789"));
		assertThat(instance(password + "version 3").authentication()).isEqualTo(Authentication.NONE);
		assertThat(instance(password + "strict_mode").authentication()).isEqualTo(Authentication.NONE);
		assertThat(instance("authentication {\nauth_type PASS\n}").authentication()).isEqualTo(Authentication.NONE);
		assertThat(instance("authentication {\nauth_type XX\nauth_pass a\n}").authentication()).isEqualTo(Authentication.NONE);
		Instance ah = instance("state MASTER\npriority 150\nauthentication {\nauth_type AH\nauth_pass \"a b\"\n}");
		assertThat(ah.authentication()).isEqualTo(new Authentication(Authentication.Type.AH, "a b"));
		assertThat(ah.initialState()).isEqualTo(InitialState.BACKUP);
	}

	@Test
	void preemption() {
		assertThat(instance("nopreempt").preempt()).isFalse();
		assertThat(instance("nopreempt\npreempt").preempt()).isTrue();
		assertThat(instance("nopreempt\nstate MASTER\npriority 100").preempt()).as("useless with MASTER").isTrue();
		assertThat(instance("nopreempt\npriority 255").preempt()).isTrue();
		assertThat(instance("preempt_delay 2.5").preemptDelay()).isEqualTo(Duration.ofMillis(2500));
		assertThat(instance("preempt_delay 2\nstate MASTER").preemptDelay()).isZero();
		assertThat(instance("preempt_delay 2\nnopreempt").preemptDelay()).isZero();
	}

	@Test
	void strictMode() {
		Instance strict = inNode("vrrp_instance V {\nstate MASTER\npriority 150\ndown_timer_adverts 5\ngarp_lower_prio_repeat 9\nhigher_prio_send_advert\n}\nglobal_defs {\nvrrp_strict\n}");
		assertThat(strict.strict()).isTrue();
		assertThat(strict.initialState()).isEqualTo(InitialState.BACKUP);
		assertThat(strict.accept()).isFalse();
		assertThat(strict.lowerPriorityNoAdvert()).isTrue();
		assertThat(strict.higherPrioritySendAdvert()).isFalse();
		assertThat(strict.downTimerAdverts()).isEqualTo(3);
		assertThat(strict.garp().lowerPriorityRepeat()).isZero();
		assertThat(inNode("vrrp_instance V {\nstrict_mode off\n}\nglobal_defs {\nvrrp_strict\n}").strict()).isFalse();
	}

	@Test
	void globalDefaultsHoldForAll() {
		Node node = node("vrrp_instance A {\n}\nglobal_defs {\nvrrp_garp_master_delay 1\nvrrp_garp_master_repeat 2\nvrrp_garp_interval 0.5\n}\nvrrp_instance B {\ngarp_lower_prio_delay 7\n}\n");
		Duration half = Duration.ofMillis(500);
		Duration second = Duration.ofSeconds(1);
		assertThat(node.instance("A").orElseThrow().garp()).as("global_defs are read first").isEqualTo(new GratuitousArp(second, 2, Duration.ZERO, 1, second, 2, half));
		assertThat(node.instance("B").orElseThrow().garp()).isEqualTo(new GratuitousArp(second, 2, Duration.ZERO, 1, Duration.ofSeconds(7), 2, half));
	}

	@Test
	void addresses() {
		Instance instance = instance("virtual_ipaddress {\n10.0.0.1\n10.0.0.2/24 dev eth1 label eth1:0 brd 10.0.0.255 nonsense scope link\n10.0.0.1/24\n10.0.0.3/99\nnonsense\n10.0.0.4 label waytoolongforalabel\n}\n"
				+ "virtual_ipaddress_excluded {\nfe80::1\n10.0.0.1\n}");
		assertThat(instance.virtualAddresses()).extracting(a -> a.prefix() + " " + a.device() + " " + a.label() + " " + a.broadcast() + " " + a.scope())
				.containsExactly("10.0.0.1/32 null null null null", "10.0.0.2/24 eth1 eth1:0 10.0.0.255 link", "10.0.0.3/32 null null null null");
		assertThat(instance.excludedAddresses()).extracting(a -> a.prefix().toString()).containsExactly("fe80::1/128");
	}

	@Test
	void unicast() {
		Instance instance = instance("unicast_src_ip 10.0.0.1\nunicast_peer {\n10.0.0.2 min_ttl 254 max_ttl 255\n10.0.0.3\n10.0.0.2\n::1\nx\n}");
		assertThat(instance.sourceAddress()).isEqualTo(IpAddress.of("10.0.0.1"));
		assertThat(instance.unicastPeers()).containsExactly(new UnicastPeer(IpAddress.of("10.0.0.2"), 254, 255, null), new UnicastPeer(IpAddress.of("10.0.0.3"), null, null, null));
	}

	@Test
	void trackedScripts() {
		Instance instance = inNode(SCRIPTS + "vrrp_instance V {\ntrack_script {\ns\nt weight -300\nlater\ns weight 9\n}\ntrack_script {\nt\n}\n}\nvrrp_script later { script /l\n}\n");
		assertThat(instance.trackedScripts()).containsExactly(new TrackedScript("s", 5, false, null), new TrackedScript("t", 0, false, null));
		assertThat(inNode(SCRIPTS + "vrrp_instance V {\ntrack_script {\ns weight -254 reverse\n}\n}").trackedScripts()).containsExactly(new TrackedScript("s", -253, true, null));
		assertThat(inNode(SCRIPTS + "vrrp_instance V {\npriority 255\ntrack_script {\ns\nt\n}\n}").trackedScripts()).as("an owner's priority never changes").containsExactly(new TrackedScript("t", 0, false, null));
	}

	@Test
	void trackedInterfaces() {
		assertThat(instance("interface eth0\ntrack_interface {\neth0\neth1 weight -5\neth2\n}").trackedInterfaces())
				.containsExactly(new TrackedInterface("eth1", -5, false, null), new TrackedInterface("eth2", 0, false, null));
	}

	@Test
	void scripts() {
		Node node = node("vrrp_script a {\nscript \"/bin/x 'b c' d\" ignored\ninterval 3\ntimeout 2\nrise 4\nfall 5\nweight 500 reverse\nuser u g\ninit_fail\n}\nvrrp_script none {\n}\nvrrp_script b { script /bin/y\n}");
		assertThat(node.scripts()).extracting(Script::name).containsExactly("a", "b");
		Script a = node.scripts().getFirst();
		assertThat(a.command().words()).containsExactly("/bin/x", "b c", "d");
		assertThat(a.command().user() + ":" + a.command().group()).isEqualTo("u:g");
		assertThat(List.of(a.interval(), a.timeout())).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2));
		assertThat(List.of(a.rise(), a.fall(), a.weight())).containsExactly(4, 5, 253);
		assertThat(a.reverse()).isTrue();
		assertThat(a.initFail()).isTrue();
		assertThat(node.scripts().get(1).timeout()).as("as long as the interval").isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void checks() {
		assertThat(check("check process nginx {\nrestart \"/usr/sbin/nginx -q\"\nsettle 2.5\non_failure stop_keepalived\n}"))
				.isEqualTo(new CheckSpec.Process("nginx", "/usr/sbin/nginx -q", Duration.ofMillis(2500), CheckSpec.OnFailure.STOP_KEEPALIVED));
		assertThat(check("check http http://127.0.0.1/ {\nstatus 200 204\nbody ok\nheader \"Host: a\"\nheader \"X: b\"\nconnect_timeout 1\ntimeout 4\nattempts 2\n}")).isEqualTo(
				new CheckSpec.Http("http://127.0.0.1/", List.of(200, 204), "ok", Duration.ofSeconds(1), Duration.ofSeconds(4), 2, List.of("Host: a", "X: b")));
		assertThat(check("check http http://127.0.0.1/")).isEqualTo(new CheckSpec.Http("http://127.0.0.1/", List.of(200), null, Duration.ofSeconds(3), Duration.ofSeconds(3), 1, List.of()));
		assertThat(check("check tcp [::1]:80")).isEqualTo(new CheckSpec.Tcp("::1", 80, Duration.ofSeconds(3), 1));
		assertThat(check("check systemd nginx.service")).isEqualTo(new CheckSpec.Systemd("nginx.service"));
		assertThat(check("check file /run/x {\nmax_age 60\n}")).isEqualTo(new CheckSpec.File("/run/x", Duration.ofSeconds(60)));
		assertThat(check("check command \"a | b\" {\nattempts 3\n}")).isEqualTo(new CheckSpec.ShellCommand("a | b", Duration.ofSeconds(3), 3));
		assertThat(node("vrrp_script s {\ncheck nonsense x\n}\nvrrp_script t {\ncheck tcp x\n}").scripts()).isEmpty();
	}

	@Test
	void syncGroups() {
		Node node = node(SCRIPTS + "vrrp_sync_group G {\ngroup {\nA B\nnone\n}\nnotify \"/n x\" root\ntrack_script {\nt\n}\n}\nvrrp_sync_group empty {\ngroup {\nnone\nA\n}\n}\n"
				+ "vrrp_instance A {\nstate MASTER\ntrack_script {\ns\n}\n}\nvrrp_instance B {\n}\n");
		assertThat(node.syncGroups()).extracting(SyncGroup::name).containsExactly("G");
		assertThat(node.syncGroups().getFirst().members()).containsExactly("A", "B");
		assertThat(node.syncGroups().getFirst().notifyScripts().any().words()).containsExactly("/n", "x");
		Instance a = node.instance("A").orElseThrow();
		assertThat(a.syncGroup()).isEqualTo("G");
		assertThat(a.initialState()).as("as its fellow").isEqualTo(InitialState.BACKUP);
		assertThat(a.priority()).isEqualTo(255);
		assertThat(a.trackedScripts()).as("no weights in a group").extracting(TrackedScript::script).containsExactly("t");
	}

	@Test
	void excludedAddressesDoNotDecideTheFamily() {
		Instance instance = instance("interface eth0\nvirtual_ipaddress_excluded {\n2001:db8::1\n}\nvirtual_ipaddress {\n10.0.0.1\n}");
		assertThat(instance.family()).isEqualTo(Family.IPV4);
		assertThat(instance.virtualAddresses()).hasSize(1);
		assertThat(instance.excludedAddresses()).hasSize(1);
	}

	/** As a running keepalived 2.2.7 has it; of interfaces it logs that it ignores their weight. */
	@Test
	void weightsOfProcessesAndInterfacesCountInAnyGroup() {
		Tracking tracking = node(SCRIPTS + "vrrp_track_process p {\nprocess x\nweight -20\n}\nvrrp_track_file f {\nfile /run/f\n}\nvrrp_track_file g {\nfile /run/g\nweight 3\n}\n"
				+ "bfd_instance b {\nneighbor_ip 10.0.0.2\nweight -7\n}\nvrrp_sync_group G {\ngroup {\nA\n}\n}\n"
				+ "vrrp_instance A {\ntrack_script {\ns\n}\ntrack_interface {\neth2 weight -10\n}\ntrack_process {\np\n}\ntrack_file {\nf\ng\n}\ntrack_bfd {\nb\n}\n}\n")
				.instance("A").orElseThrow().tracking();
		assertThat(tracking.interfaces()).containsExactly(new TrackedInterface("eth2", -10, false, null));
		assertThat(tracking.processes()).containsExactly(new TrackedProcess("p", -20, false, null));
		assertThat(tracking.files()).as("a fault, and none").containsExactly(new TrackedFile("f", 0, false, null));
		assertThat(tracking.scripts()).isEmpty();
		assertThat(tracking.bfds()).isEmpty();
	}

	@Test
	void whatIsMissingIsNoMaster() {
		assertThat(node("vrrp_instance {\n}\nvrrp_instance\nvrrp_script {\n}\nvrrp_sync_group {\n}").instances()).isEmpty();
	}

	@Test
	void trackersOfAllKinds() {
		Node node = node("vrrp_track_process p {\nprocess \"/usr/bin/app\" -x\nquorum 2\nquorum_max 1\nquorum_max 5\nweight 4 reverse\nweight 9\ndelay 2.5\nfork_delay 1\nparam_match initial\n}\n"
				+ "vrrp_track_process none {\nweight 3\n}\ntrack_file f {\nfile /run/f\ninit_file 7 overwrite\n}\nvrrp_track_file g {\nfile /run/g\nweight 3\nweight 4\n}\ntrack_file empty {\n}\n"
				+ "bfd_instance b {\nneighbor_ip 10.0.0.2\nmin_rx 50\nmultiplier 3\nweight -7\n}\nbfd_instance c {\nneighbor_ip fe80::2\nmax_hops 70\nchecker\n}\nbfd_instance d {\nneighbor_ip 10.0.0.2\nsource_ip ::1\n}\n"
				+ "vrrp_instance V {\ntrack_process {\np weight 254 noreverse\nnone\n}\ntrack_file {\nf\ng weight 999\n}\ntrack_bfd {\nb\nc\n}\n}\n");
		assertThat(node.processes()).containsExactly(new TrackProcess("p", "/usr/bin/app", List.of("-x"), TrackProcess.Match.INITIAL, true, 4, true, 2, 5,
				Duration.ofSeconds(1), Duration.ofMillis(2500), null));
		assertThat(node.files()).containsExactly(new TrackFile("f", "/run/f", 1, false, 7, true, null), new TrackFile("g", "/run/g", 3, false, null, false, null));
		assertThat(node.bfdSessions()).extracting(BfdSession::name).as("of one family with their source").containsExactly("b", "c");
		assertThat(node.bfdSession("b").orElseThrow().minReceive()).isEqualTo(Duration.ofMillis(50));
		assertThat(node.bfdSession("c").orElseThrow()).extracting(BfdSession::ttl, BfdSession::maxHops, BfdSession::vrrp).containsExactly(64, 64, false);
		Instance instance = node.instances().getFirst();
		assertThat(instance.trackedProcesses()).containsExactly(new TrackedProcess("p", 254, false, null));
		assertThat(instance.trackedFiles()).containsExactly(new TrackedFile("f", 1, false, null), new TrackedFile("g", 3, false, null));
		assertThat(instance.trackedBfds()).as("c is for checkers alone").containsExactly(new TrackedBfd("b", -7, false, null));
	}

	@Test
	void globals() {
		Globals globals = node("global_defs {\nvrrp_startup_delay 2.5\nnotify_fifo /run/f u g\nnotify_fifo /run/other\nnotify_fifo_script \"/bin/reader x\"\nvrrp_notify_fifo /run/f\n"
				+ "startup_script /bin/up\nstartup_script_timeout 30\nsmtp_helo_name me\nno_email_faults\nvrrp_rx_bufs_policy advert MTU\nvrrp_rx_bufs_multiplier 5\n"
				+ "vmac_prefix vm\ndynamic_interfaces allow_if_changes\nvrrp_rt_priority 500\nvrrp_rlimit_rttime 1\nvrrp_cpu_affinity 0 1\nvrrp_priority -5\n"
				+ "max_auto_priority 60\nmin_auto_priority_delay 250000\n"
				+ "vrrp_iptables IN OUT\nnftables_counters\n}\nnet_namespace ns\nnet_namespace other\n").globals();
		assertThat(globals.startupDelay()).isEqualTo(Duration.ofMillis(2500));
		assertThat(globals.notifyFifo()).isEqualTo(new NotifyFifo("/run/f", "u", "g", Command.of("/bin/reader", "x")));
		assertThat(globals.vrrpFifo()).as("the same path is one FIFO").isNull();
		assertThat(globals.startupScript()).isEqualTo(new TimedCommand(Command.of("/bin/up"), Duration.ofSeconds(30)));
		assertThat(globals.mail().heloName()).isEqualTo("me");
		assertThat(globals.mail().faults()).isFalse();
		assertThat(globals.receiveBuffers()).isEqualTo(new ReceiveBuffers(ReceiveBuffers.Policy.MTU, 0, 5));
		assertThat(globals.interfaces()).isEqualTo(new InterfacePolicy(true, true, false, "eth0", "vm", "vm"));
		assertThat(globals.process()).isEqualTo(new ProcessSettings(-5, false, 99, Duration.ofNanos(2_000), List.of(0, 1), new AutomaticPriority(60, Duration.ofMillis(250))));
		assertThat(globals.firewall()).isEqualTo(new Firewall("keepalived", -1, false, true, new IptablesChains("IN", "OUT")));
		assertThat(globals.networkNamespace()).isEqualTo("ns");
		assertThat(node("").globals()).isEqualTo(Globals.DEFAULT);
	}

	@ParameterizedTest
	@CsvSource({"max_auto_priority, 99", "max_auto_priority 7, 7", "max_auto_priority 0, 0", "max_auto_priority -1, 0", "max_auto_priority 100, 0", "max_auto_priority 7\\nmax_auto_priority x, 7"})
	void automaticPriority(String lines, int greatest) {
		assertThat(node("global_defs {\n" + lines.replace("\\n", "\n") + "\nmin_auto_priority_delay 0\n}\n").globals().process().automatic())
				.isEqualTo(new AutomaticPriority(greatest, Duration.ofSeconds(1)));
	}

	@Test
	void whatStandsOutsideOfInstances() {
		Node node = node("global_defs {\ndefault_interface eth7\n}\ntrack_group T {\ngroup {\nA\nnone\n}\n}\ntrack_group empty {\n}\nstatic_ipaddress {\n10.0.0.9/24 track_group T\n10.0.0.10 dev eth1\n}\n"
				+ "static_routes {\n10.1.0.0/16 via 10.0.0.1 dev eth1 track_group T\n}\nstatic_rules {\nfrom 10.0.0.0/8 table 5\nfrom 10.1.0.0/16 table 6\n}\n"
				+ "interface_up_down_delays {\neth0 2 3.5\neth1 1\neth2 300\n}\nlinkbeat_interfaces {\neth1 MII\n}\ngarp_group {\ngarp_interval 0.25\ngna_interval 0.1\ninterfaces {\neth0 eth1\n}\n}\n"
				+ "garp_group {\ninterface eth0\ngarp_interval 9\n}\nvrrp_instance A {\ninterface eth0\n}\nvrrp_instance B {\ninterface eth5\n}\n");
		assertThat(node.trackGroups()).containsExactly(new TrackGroup("T", List.of("A"), null));
		assertThat(node.staticAddresses()).extracting(a -> a.prefix() + " " + a.device() + " " + a.options().trackGroup()).containsExactly("10.0.0.9/24 eth7 T", "10.0.0.10/32 eth1 null");
		assertThat(node.staticRoutes()).extracting(r -> r.destination() + " " + r.trackGroup()).containsExactly("10.1.0.0/16 T");
		assertThat(node.staticRules()).extracting(RoutingRule::preference).containsExactly(16_384L, 16_383L);
		assertThat(node.interfaces()).containsExactly(new InterfaceSettings("eth0", Duration.ofSeconds(2), Duration.ofMillis(3500), null, null),
				new InterfaceSettings("eth1", Duration.ofSeconds(1), Duration.ZERO, InterfaceSettings.Linkbeat.MII, null));
		GratuitousArp grouped = node.instance("A").orElseThrow().garp();
		assertThat(List.of(grouped.interval(), grouped.neighbourInterval())).containsExactly(Duration.ofMillis(250), Duration.ofMillis(100));
		assertThat(grouped.pacingGroup()).isEqualTo(1);
		assertThat(node.instance("B").orElseThrow().garp()).isEqualTo(GratuitousArp.DEFAULT);
	}

	/** As keepalived 2.2.7 does, which takes the interface's weight away where it is tracked already. */
	@ParameterizedTest
	@CsvSource({
			"'static_ipaddress {\n10.0.0.9/24 dev eth1 track_group T\n}', '', eth1 0",
			"'static_routes {\n10.1.0.0/16 via 10.0.0.1 dev eth1 track_group T\n}', '', eth1 0",
			"'static_rules {\niif eth1 table 5 track_group T\n}', '', eth1 0",
			"'static_ipaddress {\n10.0.0.9/24 dev eth1 track_group T\n10.0.1.9/24 dev eth2 track_group T\n}', '', eth1 0 eth2 0",
			"'static_ipaddress {\n10.0.0.9/24 dev eth1 track_group T\n}', 'track_interface {\neth1 weight 5 reverse\neth2 weight 7\n}', eth1 0 eth2 7",
			"'static_ipaddress {\n10.0.0.9/24 track_group T\n}', '', ''",
			"'static_ipaddress {\n10.0.0.9/24 track_group T\n}', dont_track_primary, eth0 0",
			"'static_ipaddress {\n10.0.0.9/24 dev eth1 track_group T no_track\n}', '', ''",
			"'static_ipaddress {\n10.0.0.9/24 dev eth1 track_group U\n}', '', ''",
			"'static_routes {\n10.1.0.0/16 via 10.0.0.1 track_group T\n}', '', ''"})
	void instancesOfATrackGroupNeedItsInterfaces(String statics, String more, String tracked) {
		Node node = node(statics + "\ntrack_group T {\ngroup {\nA\n}\n}\nvrrp_instance A {\ninterface eth0\n" + more + "\n}\nvrrp_instance B {\ninterface eth0\n}\n");
		assertThat(node.instance("A").orElseThrow().trackedInterfaces().stream().map(t -> t.name() + " " + t.weight() + (t.reverse() ? " reverse" : "")).collect(Collectors.joining(" "))).isEqualTo(tracked);
		assertThat(node.instance("B").orElseThrow().trackedInterfaces()).isEmpty();
	}

	@Test
	void versionsDiffer() {
		String later = "vrrp_instance V {\ntimer_expired_backup\nowner_ignore_adverts\nv3_checksum_as_v2\n}\nglobal_defs {\nvrrp_strict no\n}\n";
		assertThat(inNode("cluster c {\nkeepalived_version 2.3.3\nnode n {\n}\n}\n" + later).extensions()).isEqualTo(new Extensions(true, 254, true));
		assertThat(inNode("cluster c {\nkeepalived_version 2.2.7\nnode n {\n}\n}\n" + later).extensions()).isEqualTo(Extensions.NONE);
		assertThat(inNode("cluster c {\nkeepalived_version 2.3.3\nnode n {\n}\n}\n" + later).strict()).isFalse();
		assertThat(inNode("cluster c {\nkeepalived_version 2.2.7\nnode n {\n}\n}\n" + later).strict()).as("what follows did not count then").isTrue();
	}

	private CheckSpec check(String text) {
		return node("vrrp_script s {\n" + text + "\n}").scripts().getFirst().check();
	}

	private Instance instance(String statements) {
		return inNode("vrrp_instance V {\n" + statements + "\n}\n");
	}

	private Instance inNode(String text) {
		return node(text).instance("V").orElseThrow();
	}

	private Node node(String text) {
		return Texts.analyse(kaconf, text).cluster().nodes().getFirst();
	}
}

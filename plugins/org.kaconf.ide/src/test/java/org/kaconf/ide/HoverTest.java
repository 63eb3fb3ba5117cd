package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class HoverTest {
	private final IdeServices services = IdeServices.create();

	private Optional<String> hover(Marked marked) {
		return services.hover(marked.snapshot(services), marked.offset()).map(Hover::markdown);
	}

	private String hover(String where) {
		return hover(Scenario.at(where)).orElse("");
	}

	@Test
	void aKeyword() {
		assertThat(hover("advert|_int 2")).startsWith("**`advert_int").contains("Time between two advertisements").contains("- Default: `1`").contains("- Unit: seconds")
				.contains("On all nodes: `2`");
	}

	@Test
	void keywordsOfEveryContext() {
		assertThat(hover(Marked.of("virtual_server 10.0.0.1 80 {\n    lb_al|go wlc\n}")).orElseThrow()).contains("`twos`");
		assertThat(hover(Marked.of("bfd_instance b {\n    mult|iplier 3\n}")).orElseThrow()).contains("missing before the session is down");
		assertThat(hover(Marked.of("static_routes {\n    10.0.0.0/8 via 10.1.1.1 on|link\n}")).orElseThrow()).contains("on the link though no address says so");
		assertThat(hover(Marked.of("incl|ude conf.d/*.conf")).orElseThrow()).contains("Reads other files");
		assertThat(hover(Marked.of("unicast_peer {\n    incl|uder peers.conf\n}")).map(text -> text.contains("Since keepalived 2.2.0"))).contains(true);
	}

	@Test
	void whatHoldsOnEachNode() {
		assertThat(hover("@nginx01 prio|rity 101")).contains("priority: nginx01 `101`, nginx02 `100`");
		assertThat(hover("mcast_src_ip| ")).contains("mcast_src_ip: nginx01 `172.29.88.224`, nginx02 `172.29.88.225`");
		assertThat(hover("priority 10|1")).contains("priority: nginx01 `101`, nginx02 `100`");
	}

	@Test
	void whatADefinitionMakesOfAPlainFile() {
		String text = Scenario.plain("MASTER", "172.29.88.224", 101);
		assertThat(hover(Scenario.at(text, "prio|rity 101")).orElseThrow()).startsWith("**`priority").doesNotContain("On all nodes").doesNotContain("`101`");
		assertThat(hover(Scenario.at("$P=101\n" + text.replace("priority 101", "priority ${P}"), "prio|rity ${P}")).orElseThrow()).endsWith("That is `101`");
	}

	@Test
	void aName() {
		assertThat(hover("        chk|_nginx\n")).startsWith("**tracked script** `chk_nginx`").contains("vrrp_script chk_nginx {").contains("weight -5")
				.contains("cluster.kaconf:26");
	}

	@Test
	void aNode() {
		assertThat(hover("@ngi|nx01 state")).isEqualTo("**node** `nginx01`\n\n- `172.29.88.224/24 dev eth0`");
	}

	@Test
	void aDefinition() {
		assertThat(hover("${V|IP}")).contains("$VIP=172.29.88.222/24");
		assertThat(hover("${_ADD|RESS}")).contains("- nginx01 `172.29.88.224`").contains("- nginx02 `172.29.88.225`");
	}

	@Test
	void nothingInCommentsAndBetweenWords() {
		assertThat(hover(Scenario.at("# Mail| goes"))).isEmpty();
		assertThat(hover(Scenario.at("}\n|\nvrrp_script"))).isEmpty();
	}

	@Test
	void deprecatedKeywordsSayWhatToUse() {
		assertThat(hover(Marked.of("vrrp_track|_file f {\n}")).orElseThrow()).contains("*Deprecated.*").contains("Use `track_file`.");
	}

	@Test
	void aDiagnosticComesFirst() {
		String text = Scenario.CLUSTER.replace("virtual_router_id 51", "virtual_router_id 300");
		assertThat(hover(Scenario.at(text, "virtual_router_id 3|00")).orElseThrow()).startsWith("**Error:** ").contains("KA").contains("virtual_router_id");
	}
}

package org.kaconf.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class OutlineTest {
	private final IdeServices services = IdeServices.create();

	/** Each entry as {@code KIND name  detail}, children indented. */
	private List<String> outline(String text) {
		List<String> lines = new ArrayList<>();
		show(services.outline(services.snapshot(Marked.FILE, text)), "", lines);
		return lines;
	}

	private static void show(List<Symbol> symbols, String indent, List<String> lines) {
		for (Symbol symbol : symbols) {
			lines.add((indent + symbol.kind() + " " + symbol.name() + "  " + symbol.detail()).stripTrailing());
			show(symbol.children(), indent + "  ", lines);
		}
	}

	@Test
	void theScenarioWithWhatHoldsOnItsNodes() {
		assertThat(outline(Scenario.CLUSTER)).containsExactly("CLUSTER web  keepalived 2.2.7", "  NODE nginx01  172.29.88.224/24 dev eth0",
				"  NODE nginx02  172.29.88.225/24 dev eth0", "DEFINITION $VIP  172.29.88.222/24", "GLOBALS global_defs  LVS_DEVEL",
				"  BLOCK notification_email  admin@example.com, oncall@example.com", "SCRIPT chk_nginx  every 2 s weight -5", "  CHECK check process nginx",
				"INSTANCE VI_1  eth0 vrid 51", "  BLOCK authentication  PASS", "  ADDRESSES virtual_ipaddress  ${VIP}", "  REFERENCES track_script  chk_nginx");
	}

	@Test
	void aPlainFile() {
		assertThat(outline(Scenario.plain("MASTER", "172.29.88.224", 101))).contains("INSTANCE VI_1  eth0 vrid 51", "SCRIPT chk_nginx  every 2 s weight -5",
				"  ADDRESSES virtual_ipaddress  172.29.88.222/24");
	}

	@Test
	void differentValuesOfTheNodesStandSideBySide() {
		assertThat(outline("vrrp_instance A {\n  @n1 interface eth0\n  @n2 interface eth1\n  virtual_router_id 7\n}")).containsExactly("INSTANCE A  eth0/eth1 vrid 7");
	}

	@Test
	void rangesLieInEachOther() {
		Snapshot snapshot = services.snapshot(Marked.FILE, Scenario.CLUSTER);
		Symbol instance = services.outline(snapshot).getLast();
		assertThat(snapshot.text().substring(instance.offset(), instance.offset() + instance.length())).startsWith("vrrp_instance VI_1 {").endsWith("}");
		assertThat(snapshot.text().substring(instance.nameOffset(), instance.nameOffset() + instance.nameLength())).isEqualTo("VI_1");
		assertThat(instance.children()).allSatisfy(c -> assertThat(c.offset()).isBetween(instance.offset(), instance.offset() + instance.length() - c.length()));
	}

	@Test
	void includesAndConditions() {
		assertThat(outline("include common.conf\n@n1 vrrp_sync_group G {\n  group {\n    A\n    B\n    C\n    D\n  }\n}")).containsExactly("INCLUDE common.conf  include",
				"SYNC_GROUP G  @n1", "  REFERENCES group  A, B, C, ...");
	}
}

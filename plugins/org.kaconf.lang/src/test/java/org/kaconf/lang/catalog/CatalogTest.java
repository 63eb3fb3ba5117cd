package org.kaconf.lang.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.KeepalivedVersion;

class CatalogTest {
	private static final KeepalivedVersion V227 = new KeepalivedVersion(2, 2, 7);
	private static final KeepalivedVersion V240 = new KeepalivedVersion(2, 4, 0);
	private static final Catalog CATALOG = Catalog.standard();

	@Test
	void isReadOnce() {
		assertThat(Catalog.standard()).isSameAs(Catalog.standard());
		assertThat(CATALOG.forVersion(V227)).isSameAs(CATALOG.forVersion(V227));
	}

	@Test
	void aVersionKnowsWhatItHasOnly() {
		assertThat(CATALOG.block("vrrp_instance").keyword("auth_hmac")).isPresent();
		assertThat(CATALOG.forVersion(V227).block("vrrp_instance").keyword("auth_hmac")).isEmpty();
		assertThat(CATALOG.forVersion(V240).block("vrrp_instance").keyword("auth_hmac")).isPresent();
		assertThat(CATALOG.forVersion(V227).root().keyword("cluster")).as("our own").isPresent();
	}

	@Test
	void aVersionReadsValuesItsOwnWay() {
		Keyword interval = CATALOG.block("vrrp_script").keyword("interval").orElseThrow();
		assertThat(interval.check(List.of("0.5"), V227)).extracting(ValueProblem::kind).containsExactly(Kind.WRONG_TYPE);
		assertThat(interval.check(List.of("0.5"), V240)).isEmpty();
		Keyword strict = CATALOG.block("global_defs").keyword("vrrp_strict").orElseThrow();
		assertThat(strict.check(List.of("no"), V227)).extracting(ValueProblem::kind).containsExactly(Kind.EXTRA);
		assertThat(strict.check(List.of("no"), V240)).isEmpty();
	}

	@Test
	void optionsThatCameLaterAreUnknownBefore() {
		Keyword vmac = CATALOG.block("vrrp_instance").keyword("use_vmac").orElseThrow();
		assertThat(vmac.check(List.of("vip", "group", "5"), V240)).isEmpty();
		assertThat(vmac.check(List.of("vip", "group", "5"), V227)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '^', textBlock = """
			vrrp_script                ^ weight          ^ 2.0.17 ^ weight INTEGER(-253..253)
			vrrp_script                ^ weight          ^ 2.0.18 ^ weight INTEGER(-253..253) [reverse]
			bfd_instance               ^ min_rx          ^ 2.1.5  ^ min_rx INTEGER(1..4294967)
			bfd_instance               ^ min_rx          ^ 2.2.0  ^ min_rx DECIMAL(1..4294967)
			vrrp_instance              ^ use_vmac        ^ 2.2.4  ^ use_vmac [NAME]
			vrrp_instance              ^ use_vmac        ^ 2.2.5  ^ use_vmac [NAME] [MAC]
			virtual_server/real_server ^ weight          ^ 2.0.0  ^ weight INTEGER(1..65535)
			virtual_server/real_server ^ weight          ^ 2.0.16 ^ weight INTEGER(0..65535)
			virtual_server/real_server ^ weight          ^ 2.1.0  ^ weight INTEGER(0..2147483647)
			root                       ^ vrrp_track_file ^ 2.0.20 ^ vrrp_track_file NAME { ... }
			""")
	void signatureOfAnEarlierRelease(String block, String keyword, String release, String signature) {
		KeepalivedVersion version = KeepalivedVersion.parse(release).orElseThrow();
		assertThat(CATALOG.forVersion(version).block(block).keyword(keyword).orElseThrow().signature()).isEqualTo(signature);
	}

	@Test
	void aNameIsDeprecatedFromTheReleaseThatHasTheNewOne() {
		Keyword name = CATALOG.block("global_defs").keyword("lvs_process_name").orElseThrow();
		assertThat(name.at(new KeepalivedVersion(2, 1, 5)).orElseThrow().isDeprecated()).isFalse();
		assertThat(name.at(new KeepalivedVersion(2, 2, 0)).orElseThrow().replacedBy()).isEqualTo("checker_process_name");
	}

	@Test
	void optionsOfValueBlocksHaveVersionsToo() {
		Entry entry = CATALOG.forVersion(new KeepalivedVersion(2, 2, 4)).block("virtual_routes").entry().orElseThrow();
		assertThat(entry.syntax().option("append")).isEmpty();
		assertThat(CATALOG.forVersion(V227).block("virtual_routes").entry().orElseThrow().syntax().option("append")).isPresent();
	}

	@Test
	void anUnknownKindIsAnError() {
		assertThatThrownBy(() -> CATALOG.block("nothing")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("nothing");
		assertThat(CATALOG.find("nothing")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			root          ; vrrp_instance       ; vrrp_instance NAME { ... }
			root          ; virtual_server      ; virtual_server ADDRESS [PORT] | fwmark MARK(0..4294967295) | group GROUP { ... }
			vrrp_instance ; priority            ; priority INTEGER(1..255)
			vrrp_instance ; virtual_router_id   ; virtual_router_id VRID(1..255)
			vrrp_instance ; state               ; state MASTER|BACKUP
			vrrp_instance ; notify_master       ; notify_master SCRIPT [USER] [GROUP]
			vrrp_instance ; smtp_alert          ; smtp_alert [yes|no]
			vrrp_instance ; nopreempt           ; nopreempt
			vrrp_script   ; weight              ; weight INTEGER(-253..253) [reverse]
			cluster/node  ; address             ; address ADDRESS/LENGTH [dev INTERFACE]
			cluster       ; reserved_vrids      ; reserved_vrids VRID[-VRID](1..255)... [WHY]
			""")
	void signature(String block, String keyword, String signature) {
		assertThat(CATALOG.forVersion(V227).block(block).keyword(keyword).orElseThrow().signature()).isEqualTo(signature);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '^', textBlock = """
			vrrp_instance ^ priority          ^ 300             ^ OUT_OF_RANGE   ^ 0 ^ 300 is out of range; write a number from 1 to 255
			vrrp_instance ^ priority          ^ high            ^ WRONG_TYPE     ^ 0 ^ 'high' is not a whole number; write one from 1 to 255
			vrrp_instance ^ priority          ^ 0x20            ^ WRONG_TYPE     ^ 0 ^ '0x20' is not a whole number; write one from 1 to 255
			vrrp_instance ^ priority          ^                 ^ MISSING        ^ 0 ^ A value is missing; write priority INTEGER(1..255)
			vrrp_instance ^ state             ^ master          ^ NOT_ONE_OF     ^ 0 ^ 'master' is not possible here; did you mean MASTER?
			vrrp_instance ^ state             ^ BACKUP nopreempt^ EXTRA          ^ 1 ^ 'nopreempt' is one word too many; state takes only MASTER|BACKUP
			vrrp_instance ^ nopreempt         ^ yes             ^ EXTRA          ^ 0 ^ 'yes' is one word too many; nopreempt takes none
			vrrp_instance ^ smtp_alert        ^ ON              ^ NOT_ONE_OF     ^ 0 ^ 'ON' is neither true nor false; write yes, on, true, no, off or false, in lower case
			vrrp_instance ^ advert_int        ^ 0.0000001       ^ OUT_OF_RANGE   ^ 0 ^ 0.0000001 is out of range; write a number from 0.01 to 255
			vrrp_instance ^ advert_int        ^ 1.0000001       ^ WRONG_TYPE     ^ 0 ^ 1.0000001 has too many decimal places; at most 6 are read
			vrrp_instance ^ mcast_src_ip      ^ 10.0.0.1/24     ^ EXTRA          ^ 0 ^ The /24 of 10.0.0.1/24 is ignored here; leave it out
			vrrp_instance ^ mcast_src_ip      ^ 10.0.0.300/24   ^ WRONG_TYPE     ^ 0 ^ '10.0.0.300/24' is not an IPv4 or IPv6 address; write it like 192.0.2.1 or 2001:db8::1
			vrrp_instance ^ mcast_dst_ip      ^ 10.0.0.1        ^ OUT_OF_RANGE   ^ 0 ^ 10.0.0.1 is not a multicast address; write one in 224.0.0.0/4 or ff02::/16
			vrrp_instance ^ interface         ^ averylonginterface ^ TOO_LONG    ^ 0 ^ 'averylonginterface' has 18 characters; at most 15 are possible
			vrrp_script   ^ weight            ^ -5 revers       ^ UNKNOWN_OPTION ^ 1 ^ 'revers' is not an option of weight; did you mean reverse?
			vrrp_script   ^ check             ^ htpp http://a/  ^ NOT_ONE_OF     ^ 0 ^ 'htpp' is not possible after check; did you mean http?
			vrrp_script   ^ check             ^ tcp localhost   ^ WRONG_TYPE     ^ 1 ^ 'localhost' is not a host and port; write it like 127.0.0.1:80 or [::1]:80
			cluster/node  ^ address           ^ 10.0.0.1 dev eth0 ^ WRONG_TYPE   ^ 0 ^ 10.0.0.1 has no prefix length; write it like 10.0.0.1/24
			cluster       ^ reserved_vrids    ^ 1-300           ^ OUT_OF_RANGE   ^ 0 ^ 1-300 is out of range; write numbers from 1 to 255
			cluster       ^ reserved_vrids    ^ 1-9 300         ^ OUT_OF_RANGE   ^ 1 ^ 300 is out of range; write numbers from 1 to 255
			""", quoteCharacter = '~')
	void oneProblem(String block, String keyword, String line, Kind kind, int index, String message) {
		assertThat(CATALOG.block(block).keyword(keyword).orElseThrow().check(words(line), V227))
				.extracting(ValueProblem::kind, ValueProblem::wordIndex, ValueProblem::message).containsExactly(tuple(kind, index, message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			vrrp_instance ; priority       ; +20
			vrrp_instance ; advert_int     ; .5
			vrrp_instance ; use_vmac       ; 02:00:5e:00:01:33
			vrrp_instance ; garp_extra_if  ; 60
			vrrp_instance ; garp_extra_if  ; all 60
			vrrp_script   ; check          ; process nginx
			cluster       ; reserved_vrids ; 1-9 60
			global_defs   ; umask          ; IXUSR | IRGRP
			root          ; virtual_server ; fwmark 5
			root          ; virtual_server ; 10.0.0.1 80
			""")
	void noProblem(String block, String keyword, String line) {
		assertThat(CATALOG.block(block).keyword(keyword).orElseThrow().check(words(line), V227)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			virtual_ipaddress ; 10.0.0.1/24 dev eth0 scope link label eth0:1
			track_script      ; chk weight -5 reverse
			virtual_routes    ; src 10.0.0.1 to 10.1.0.0/16 via inet 10.0.0.254 dev eth0
			virtual_routes    ; blackhole 10.0.0.0/8
			virtual_routes    ; via 10.0.0.254 to anycast 10.0.0.0/8
			virtual_routes    ; inet to default via 10.0.0.254
			virtual_rules     ; from 10.0.0.0/8 type goto 9 preference 5
			virtual_routes    ; 10.0.0.0/8 mtu lock 1500 nexthop via 10.1.1.1 weight 3 nexthop via 10.2.2.2
			virtual_rules     ; from 10.0.0.0/8 lookup 100 preference 5
			unicast_peer      ; 10.0.0.2 min_ttl 255
			group             ; VI_1 VI_2
			virtual_server_group ; fwmark 5 inet
			""")
	void goodEntry(String block, String line) {
		assertThat(CATALOG.block(block).entry().orElseThrow().check(words(line))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			virtual_ipaddress ; 10.0.0.1/33             ; OUT_OF_RANGE   ; 0
			virtual_ipaddress ; 10.0.0.1 dve eth0       ; UNKNOWN_OPTION ; 1
			virtual_ipaddress ; 10.0.0.1 10.0.0.2       ; UNKNOWN_OPTION ; 1
			track_script      ; chk weight              ; MISSING        ; 2
			track_script      ; chk weight 300          ; OUT_OF_RANGE   ; 2
			track_script      ; chk reverse             ; UNKNOWN_OPTION ; 1
			virtual_routes    ; 10.0.0.0/8 metrik 5     ; UNKNOWN_OPTION ; 1
			virtual_routes    ; nonsense                ; WRONG_TYPE     ; 0
			virtual_routes    ; via 10.0.0.1 dev eth0   ; MISSING        ; 4
			virtual_routes    ; inet 10.0.0.0/8 dev eth0; MISSING        ; 4
			virtual_routes    ; 10.0.0.0/8 via 10.0.0.1/8 ; WRONG_TYPE   ; 2
			notification_email ; root@example.org a@b@c ; WRONG_TYPE     ; 1
			""")
	void badEntry(String block, String line, Kind kind, int index) {
		assertThat(CATALOG.block(block).entry().orElseThrow().check(words(line))).extracting(ValueProblem::kind, ValueProblem::wordIndex)
				.containsExactly(tuple(kind, index));
	}

	@Test
	void aKeywordOpensTheBlockThatItsWordsChoose() {
		Keyword check = CATALOG.block("vrrp_script").keyword("check").orElseThrow();
		assertThat(CATALOG.opened(check, List.of("process", "nginx"))).map(BlockKind::id).hasValue("check/process");
		assertThat(CATALOG.opened(check, List.of("systemd", "nginx.service"))).isEmpty();
		Keyword server = CATALOG.root().keyword("virtual_server").orElseThrow();
		assertThat(CATALOG.opened(server, List.of("10.0.0.1", "80"))).map(BlockKind::id).hasValue("virtual_server");
		assertThat(CATALOG.opened(server, List.of("fwmark", "5"))).map(BlockKind::id).hasValue("virtual_server");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			vrrp_instance ; prioroty   ; did you mean priority?
			vrrp_instance ; no_preempt ; did you mean nopreempt?
			vrrp_instance ; Priority   ; did you mean priority?
			vrrp_instance ; auth_pass  ; auth_pass belongs in vrrp_instance/authentication
			vrrp_instance ; inculde    ; did you mean include?
			vrrp_instance ; fall       ; fall belongs in vrrp_script
			vrrp_instance ; global_def ; did you mean global_defs? It belongs at the top level, outside all blocks
			""")
	void bestSuggestion(String block, String unknown, String message) {
		assertThat(CATALOG.suggest(unknown, CATALOG.block(block))).first().extracting(Suggestion::message).isEqualTo(message);
	}

	@Test
	void nothingIsSuggestedForNonsense() {
		assertThat(CATALOG.suggest("xyzzy", CATALOG.root())).isEmpty();
	}

	@Test
	void namesAreDefinedAndReferredTo() {
		assertThat(CATALOG.root().keyword("vrrp_script").orElseThrow().arguments().getFirst().type().defines()).hasValue(NameKind.SCRIPT);
		assertThat(CATALOG.block("track_script").entry().orElseThrow().arguments().getFirst().type().refersTo()).hasValue(NameKind.SCRIPT);
		assertThat(CATALOG.block("vrrp_script").keyword("script").orElseThrow().syntax().rereadsLine()).isTrue();
		assertThat(CATALOG.block("vrrp_script").keyword("weight").orElseThrow().syntax().rereadsLine()).isFalse();
	}

	private static List<String> words(String line) {
		return line == null ? List.of() : Arrays.asList(line.strip().split(" "));
	}
}

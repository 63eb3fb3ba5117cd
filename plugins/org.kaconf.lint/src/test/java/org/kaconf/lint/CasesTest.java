package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines in an instance, and what is said of them beyond the examples of the rules: rule, and the text it is said at. */
class CasesTest {
	private static final String INSTANCE = """
			vrrp_instance VI_1 {
			    interface eth0
			    virtual_router_id 51
			    priority 150
			    virtual_ipaddress {
			        192.0.2.10/24
			    }
			%s
			}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = true, value = {
			"authentication { auth_type PASS auth_pass s3cret }     | KA1207 auth_pass s3cret; KA2007 authentication",
			"authentication { auth_type PASS } auth_pass s3cret     | KA1102 auth_pass; KA2007 authentication",
			"virtual_ipaddress_excluded { 192.0.2.11 192.0.2.12 }   | KA1207 192.0.2.12",
			"state backup                                           | KA1204 backup",
			"state BACKUP;                                          | KA1208 BACKUP;",
			"state BACKUP nopreempt                                 | KA1207 nopreempt",
			"virtual_routes { 10.0.0.0/8 gw 192.0.2.1 dev eth0 }    | KA1104 gw",
			"track_script { chk }                                   | KA1301 chk",
			"advert_int 0                                           | KA1203 0",
			"advert_int 1.5                                         | KA1209 1.5",
			"version 4                                              | KA1204 4",
			"preempt_delay 5000                                     | KA1203 5000",
			"prio 100                                               | KA1101 prio",
			"interface                                              | KA1105 interface; KA1201  ",
			"smtp_alert ON                                          | KA1204 ON",
			"mcast_src_ip 192.0.2.300                               | KA1204 192.0.2.300",
			"unicast_peer { }                                       | KA2013 unicast_peer",
			"track_interface { eth0 weight 10 }                     | KA2009 eth0",
			"notify_master \"/bin/true                              | KA6001 notify_master; KA1004 \"/bin/true",
			"mcast_src_ip $SRC                                      | KA1305 $SRC",
			"$LINES                                                 | KA1305 $LINES",
			"${LINES}                                               | KA1305 ${LINES}",
	})
	void line(String line, String expected) {
		String text = INSTANCE.formatted("    " + line);
		List<Diagnostic> found = Lint.check(folder.resolve("keepalived.conf"), text);

		assertThat(found.stream().map(diagnostic -> diagnostic.rule() + " " + Lint.marked(diagnostic, text)).map(String::strip)).as("%s", found)
				.containsExactlyInAnyOrder(expected.split("; (?=KA)"));
	}
}

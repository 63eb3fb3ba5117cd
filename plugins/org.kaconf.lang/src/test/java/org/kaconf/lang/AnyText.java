package org.kaconf.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts as nobody writes them. */
public final class AnyText {
	private static final String[] FRAGMENTS = { "{", "}", "\"", "'", "\\", "\n", "\n", "\n    ", " ", "\t", "#", "!", "@", "@a ", "@^a ", "$A=", "$A=\\\n", "$B=$A $A\n", "${A}", "$A", "${_PEERS}", "${_NODE}",
			"~SEQ(X,1,3) ", "~SEQ(X,3,1,-1)", "~LST(V,a,b)", "~LST({V,W},{a,b})", "include main.kaconf\n", "include *.conf\n", "include\n", "cluster c {\n", "cluster", "node a {\n", "node", "address 10.0.0.1/24 dev eth0\n",
			"vrrp_instance V {\n", "vrrp_instance", "vrrp_script s {\n", "script \"/x y\"\n", "script '/x", "check process x {\n", "check http", "track_script {\n s weight 300\n}\n", "priority 999\n", "priority -\n",
			"advert_int 1e9\n", "advert_int 0.001\n", "virtual_ipaddress {\n", "10.0.0.1/99 dev\n", "::1/64 label x\n", "authentication {\n", "auth_type AH\n", "auth_pass\n", "global_defs {\n", "vrrp_garp_interval 99999999999999999999\n",
			"vrrp_sync_group G {\n group { V }\n", "state MASTER\n", "weight -999999999999\n", "reserved_vrids 9-1 300 x\n", "keepalived_version 9\n", "config main.kaconf\n", "\uFEFF", "\0", "\u00e4", "\ud83d\ude00", "\r\n" };

	private AnyText() {
	}

	/** Pieces of the language in any order. */
	public static Arbitrary<String> fragments() {
		return Arbitraries.of(FRAGMENTS).list().ofMaxSize(60).map(parts -> String.join("", parts));
	}

	/** A text with pieces of the language in place of some of its own. */
	public static Arbitrary<String> mutations(String original) {
		Arbitrary<List<Tuple.Tuple3<Integer, Integer, String>>> edits = Combinators
				.combine(Arbitraries.integers().between(0, original.length()), Arbitraries.integers().between(0, 40), Arbitraries.of(FRAGMENTS))
				.as(Tuple::of).list().ofMinSize(1).ofMaxSize(6);
		return edits.map(list -> {
			StringBuilder text = new StringBuilder(original);
			list.forEach(edit -> {
				int start = Math.min(edit.get1(), text.length());
				text.replace(start, Math.min(start + edit.get2(), text.length()), edit.get3());
			});
			return text.toString();
		});
	}

	/** The cluster of the acceptance scenario. */
	public static String scenario() {
		try (var in = AnyText.class.getResourceAsStream("scenario/cluster.kaconf")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}

package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.lang.kaconf.Statement;

/**
 * Holds expansion and structure against the installed keepalived. It names every keyword it does not know, so a text of unknown keywords
 * shows line by line what it made of conditions, definitions and sequences.
 */
@Tag("live")
class KeepalivedReadsTheSameTest {
	private static final Pattern UNKNOWN = Pattern.compile("(?m)^\\(Line \\d+\\) Unknown keyword '(.*)'$");
	private static final Pattern BRACES = Pattern.compile("[Ee]xtra '|Missing '|missing '|Unexpected '");
	private static final Kaconf KACONF = Kaconf.create();

	@TempDir
	private Path folder;

	@BeforeAll
	static void keepalivedIsThere() {
		assumeTrue(isInstalled(), "needs keepalived");
	}

	@ParameterizedTest
	@ValueSource(strings = { "@a x1\n@b x2\n@^a x3\n@^b x4\n@a\nx5", "@a $P=p1\n@b $P=p2\n$P", "@a @b c", "@!a x\n@a\ty", "  $I=1\n\t@a   ind$I\nind${I}", "b { @a c", "b { @b c", "b { $Q=1 \nx${Q}",
			"b { ~SEQ(X,1,2) y${X}", "$A=one two\n$A y\nz${A}z\nq$A\n($A)", "$A=$B!\n$B=b\nx${A}", "$D=$E=e5\n$D\n$E", "$B=b1 \\\n  b2 \\\n b3\n$B\nc", "$N=n1 \\\nn2\n$B=x \\\n$N\n$B",
			"@b $P=p1 \\\ncont\nend", "$A=a \\\n\nb\n$A", "$R=r1 \\ # c\nr2 # d\n$R", "$M=x \\\n@a y \\\n@b z \\\nw\n$M", "$M=x \\\n$Q=3 \\\nw${Q}\n$M", "$M=x \\\n~SEQ(I,1,2) y${I} \\\nw\n$M", "$A=$B tail\n$B=x1 \\\nx2\n$A",
			"$A=pre $B\n$B=x1 \\\nx2\n$A", "${_INSTANCE}", "${_HASH}y\nx${_HASH}y", "$_PWD=over\n${_PWD}z", "$X=5\nx$X\nx${X}.1", "$A=\n${A}b\nx${A}", "$1A=x\n$1A", "x$$A", "$A=5\n\"x$A\"\n\"x${A} y\"", "$A=x{y\n$A\nz",
			"$A=\"x # y\" z\n$A", "~SEQ(X,2) ip${X}", "~SEQ(X,0) z${X}", "~SEQ(X,-1,1) z${X}", "~SEQ(X,6,-2,2) ~SEQ(Y,1,2) ip${X}_${Y}", "~SEQ(X, 1, 2) sp$X", "$E=3\n~SEQ(X,1,$E) k${X}", "~SEQ(X,1,2,-1) d${X}",
			"~SEQx(X,9,11) h${X}", "$S=~SEQ(Q,1,2) s${Q}\n$S", "$B=x$I \\\ny$I\n~SEQ(I,1,2) $B", "~LST({V,W},{a,b},{c}) x${V}_${W}", "~LST(V,{a},{b}) z${V}", "$L=a,b\n~LST(X,$L) z${X}", "~LST(X,a b,c) z${X}",
			"\"quo ted\" x\nab\"c d\"", "a#b\nc!d", "a;b", "\u00a0a", "included y\nincludex nope" })
	void expansion(String text) throws IOException {
		List<String> theirs = UNKNOWN.matcher(check(text)).results().map(MatchResult::group).map(KeepalivedReadsTheSameTest::keyword).filter(word -> !word.equals("}")).toList();
		List<String> ours = new ArrayList<>();
		analyse(text).nodes().getFirst().ast().eAllContents().forEachRemaining(element -> {
			if (element instanceof Statement statement && statement.getKeyword() != null) {
				ours.add(statement.getKeyword());
			}
		});
		assertThat(ours).isEqualTo(theirs);
	}

	@ParameterizedTest
	@ValueSource(strings = { "vrrp_instance A {\n virtual_router_id 1\n}", "vrrp_instance A\n{virtual_router_id 1 }", "vrrp_instance A {\n virtual_ipaddress {\n 10.0.0.1\n } priority 20\n}", "global_defs {}",
			"vrrp_instance A {\n virtual_ipaddress {\n 10.0.0.1\n priority 100\n}\n", "vrrp_instance A {\n state MASTER\nvrrp_instance B {\n}\n", "global_defs {\n}\n}\n", "vrrp_instance A\n state MASTER\n}\n",
			"global_defs {\n}\n{\n router_id x\n}\n", "global_defs {\n", "global_defs {\n router_id \"}\"\n}\n", "global_defs {\n # }\n}\n" })
	void braces(String text) throws IOException {
		assertThat(analyse(text).problems().isEmpty()).isEqualTo(!BRACES.matcher(check(text)).find());
	}

	private static String keyword(String message) {
		Matcher m = UNKNOWN.matcher(message);
		return m.matches() ? m.group(1) : message;
	}

	private Analysis analyse(String text) throws IOException {
		return KACONF.analyse(write(text), LoadOptions.DEFAULT.withConfigId("a"));
	}

	private String check(String text) throws IOException {
		Process keepalived = new ProcessBuilder("keepalived", "-t", "-i", "a", "-f", write(text).toString()).redirectErrorStream(true).start();
		return new String(keepalived.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private Path write(String text) throws IOException {
		return Files.writeString(folder.resolve("test.conf"), text + "\n");
	}

	private static boolean isInstalled() {
		try {
			return new ProcessBuilder("keepalived", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}

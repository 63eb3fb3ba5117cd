package org.kaconf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.ForeignBytes;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Script;

/**
 * The lexical rules of keepalived.conf, one test each, numbered R01 to R44. What is right is asked of the keepalived of this machine. Needs
 * root and the package keepalived; without them it is skipped, but never in CI.
 */
class LexicalRulesTest {
	private static final Pattern COMMAND = Pattern.compile("(?m) Command = (.*)$");
	private static final Kaconf KACONF = Kaconf.create();
	private static RealKeepalived keepalived;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open(@TempDir Path shared) throws IOException {
		try {
			keepalived = RealKeepalived.open(shared);
		} catch (IOException e) {
			assumeTrue("true".equals(System.getenv("CI")), "needs root and the package keepalived: " + e.getMessage());
			throw e;
		}
	}

	@AfterAll
	static void close() throws IOException {
		if (keepalived != null) {
			keepalived.close();
		}
	}

	@Test
	void r01Blanks() throws IOException {
		same("a\tb\fc\u000bd\r\n  \t x  \r\n" + instance("\t state\t\fQ  "));
		same("\u00a0a\n\u0085b\n");
	}

	@Test
	void r02SemicolonsSeparateNothing() throws IOException {
		same("a;b\n" + instance("state BACKUP;"));
		assertFound(instance("state BACKUP;"), "KA1208");
	}

	@Test
	void r03NoContinuationOutsideDefinitions() throws IOException {
		same("x \\\ny\nz\\\n\"q\" \\\n#c\nk \\\\\n");
		same(instance("state \\\n BACKUP"));
		same(instance("state B \\\n"));
		assertFound(instance("state \\\n BACKUP"), "KA1015");
		assertFound(instance("priority 100 # see C:\\"), "KA1015");
		assertThat(rules("$A=a \\\n b \\\n\nvrrp_script ${A} {\n}\n")).doesNotContain("KA1015");
	}

	@Test
	void r04LongLines() throws IOException {
		String line = "x" + " y".repeat(511) + " z w";
		assertThat(messages(line + "\n")).as("two statements").anyMatch(message -> message.contains("Unknown keyword 'z'") || message.contains("Unknown keyword 'w'"));
		assertFound(line + "\n", "KA1005");
		assertThat(rules("x" + " y".repeat(511) + "\n")).doesNotContain("KA1005");
	}

	@Test
	void r05ByteOrderMarkAndLastLine() throws IOException {
		assertThat(messages("\ufeffvrrp_instance V {\n}\n")).anyMatch(message -> message.contains("Unknown keyword '\ufeffvrrp_instance'"));
		assertFound("\ufeffvrrp_instance V {\n}\n", "KA1003");
		same("a\nlast");
	}

	@Test
	void r06Comments() throws IOException {
		same("a#b\nc!d\n#e\n !f\n" + instance("state BACK!UP"));
	}

	@Test
	void r07CommentSignsInQuotes() throws IOException {
		same("\"a # b\" c\n'd # e'\n");
		same("\"x \\\" # y\" z\nxx\\\" # y\n");
		same(instance("state \"A # B\" # c"));
	}

	@Test
	void r08EscapedCommentSigns() throws IOException {
		same("a\\#b\nc\\!d\ne\\\\#f\n${_HASH}g\nh${_BANG}i\n");
	}

	@Test
	void r09CommentsBehindDefinitions() throws IOException {
		same("$A=a # c\nx${A}\n$B=b1 \\ # c\n b2 # d\n$B\n$C=v # c \\\n w\n$C\ninclude none.conf # c\n");
	}

	@Test
	void r10DoubleQuotes() throws IOException {
		same("\"AB\"CD x\nab\"c d\"\n\"two words\" x\n" + instance("state \"two words\""));
		same(instance("state AB\"CD\""));
	}

	@Test
	void r11SingleQuotes() throws IOException {
		same("'two words'\n" + instance("state 'two words'"));
		assertFound(instance("state 'BACKUP'"), "KA1210");
	}

	@Test
	void r12QuotedKeywordsAndEmptyWords() throws IOException {
		same("\"\" x\n" + instance("\"state\" QQ"));
		same(instance("state \"\""));
	}

	@Test
	void r13UnmatchedQuotes() throws IOException {
		assertAgree("a \"b c\n" + instance("state BACKUP"), "KA1004");
		assertAgree(instance("state \"BACKUP"), "KA1004");
	}

	@Test
	void r14WordsOfCommands() throws IOException {
		List<String> commands = List.of("\"/bin/true 'a b' c\"", "\"/bin/true \\\"a b\\\" c\"", "'/bin/true a' b", "'/bin/true' a", "/bin/true\\x20 a", "\"/bin/true \\x41\\101\\Q\\e\\x411 x\"",
				"\"/bin/true a'b'\\\"c\\\"d\"", "/bin/\"true x\"", "\"/bin/true\ta  b\"", "\"/bin/true a#b !c\" # d", "'/bin/true \"a b\" c'", "\"/bin/true {x}\"");
		StringBuilder text = new StringBuilder("global_defs {\n script_user root\n enable_script_security\n}\n");
		StringBuilder tracks = new StringBuilder("track_script {\n");
		for (int i = 0; i < commands.size(); i++) {
			text.append("vrrp_script c").append(i).append(" {\n script ").append(commands.get(i)).append("\n}\n");
			tracks.append("c").append(i).append('\n');
		}
		Path file = write("t.conf", text + instance(tracks + "}"));
		String dump = String.join("\n", keepalived.start(file, "a").messages());
		List<String> theirs = COMMAND.matcher(dump).results().map(MatchResult::group).map(line -> line.replaceFirst(".*Command = ", "").replace("/usr/bin/", "/bin/")).toList();
		List<String> ours = analyse(file).cluster().nodes().getFirst().scripts().stream().map(LexicalRulesTest::command).toList();
		assertThat(theirs).hasSize(commands.size());
		assertThat(ours).isEqualTo(theirs);
		assertFound("vrrp_script c {\n script \"/bin/true 'a\n}\n", "KA1004");
	}

	private static String command(Script script) {
		return String.join(" ", script.command().words().stream().map(word -> "'" + word + "'").toList());
	}

	@Test
	void r15Numbers() throws IOException {
		assertVerdicts("priority %s", "20", "+20", "\" 20\"", "0x20", "20.5", "-5", "abc", "020");
		assertVerdicts("advert_int %s", "1", ".5", "1.", "0.5", "1.5", "+1");
	}

	@Test
	void r16Booleans() throws IOException {
		assertVerdicts("smtp_alert %s", "true", "on", "yes", "false", "off", "no", "ON", "Yes", "1", "");
	}

	@Test
	void r17TextBehindTheArguments() throws IOException {
		assertSwallowed(instance("state BACKUP MASTER junk"), "KA1202");
		assertSwallowed(instance("state BACKUP nopreempt"), "KA1207");
		assertSwallowed("global_defs {\n router_id a b c\n}\n" + instance(""), "KA1202");
	}

	@Test
	void r18MissingWords() throws IOException {
		assertAgree(instance("state"), "KA1201");
		assertAgree(instance("priority"), "KA1201");
	}

	@Test
	void r19ValuesOutOfRange() throws IOException {
		assertAgree(instance("priority 300"), "KA1203");
		assertAgree(instance("virtual_router_id 51x"), "KA1204");
	}

	@Test
	void r20BracesSplitLines() throws IOException {
		for (String text : List.of("vrrp_instance V\n{\nstate Q\n}\nx\n", "vrrp_instance V{\nstate Q\n}\nx\n", "vrrp_instance V{state Q\n}\nx\n", "vrrp_instance V { virtual_ipaddress {\n10.1.1.1/24 } state Q }\nx\n",
				"global_defs { router_id a } global_defs { nope a }\nx\n", "vrrp_instance V { state Q } vrrp_instance W { state R }\nx\n")) {
			same(text);
		}
	}

	@Test
	void r21OneStatementInAOneLineBlock() throws IOException {
		assertFound(instance("authentication { auth_type PASS auth_pass 1234 }"), "KA1207");
		assertThat(messages(instance("authentication { auth_type PASS auth_pass 1234 }"))).anyMatch(message -> message.contains("no password given"));
		assertThat(rules("vrrp_sync_group G { group { V W } }\n" + instance("") + instance("").replace("V {", "W {").replace("51", "52"))).doesNotContain("KA1207", "KA1202");
	}

	@Test
	void r22OneEntryALine() throws IOException {
		assertAgree(instance("virtual_ipaddress_excluded {\n 10.1.1.1/24 10.1.1.2/24\n}"), "KA1207");
	}

	@Test
	void r23BracesInSingleQuotes() throws IOException {
		same("a'{b}'c\n");
		same("vrrp_instance V {\n state A{B\n}\nx\n");
		same("\"a{b}\" c\n");
	}

	@Test
	void r24MissingOpeningBrace() throws IOException {
		String text = "vrrp_instance V\n state MASTER\n interface eth0\n virtual_router_id 51\n}\n";
		assertThat(messages(text)).contains("Missing '{' at beginning of configuration block");
		assertFound(text, "KA1007");
	}

	@Test
	void r25StrayOpeningBrace() throws IOException {
		assertAgree("global_defs {\n}\n{\n router_id x\n}\n" + instance(""), "KA1009");
	}

	/** keepalived reads the lines of an unknown block in the block around it; Kaconf reads them as the unknown block's, and says one thing. */
	@Test
	void r26UnknownBlocks() throws IOException {
		String text = instance("prio {\n state Q\n}\nnopreempt");
		assertThat(messages(text)).anyMatch(message -> message.contains("Unknown keyword 'prio'")).anyMatch(message -> message.contains("unknown state 'Q'"))
				.anyMatch(message -> message.contains("Unknown keyword 'nopreempt'"));
		assertThat(Lint.check(analyse(write("t.conf", text)))).extracting(Diagnostic::rule).containsOnly("KA1101");
	}

	@Test
	void r27BracesThatDoNotPair() throws IOException {
		assertAgree("global_defs {\n}\n}\n" + instance(""), "KA1008");
		assertThat(messages("global_defs {\n router_id x\n")).anyMatch(message -> message.contains("missing '}'"));
		assertFound("global_defs {\n router_id x\n", "KA1006");
	}

	@Test
	void r28EmptyBlocks() throws IOException {
		assertSwallowed("global_defs {}\n" + instance(""));
		String text = "global_defs {\n notification_email {\n}\n}\n" + instance("");
		assertThat(messages(text)).contains("Warning - empty notification_email block");
		assertFound(text, "KA1109");
		assertFound(instance("virtual_ipaddress_excluded foo {\n 10.1.1.1\n}"), "KA1202");
	}

	@Test
	void r29NamesOfBlocks() throws IOException {
		assertAgree(instance("").replace("V {", "{"), "KA1201");
		assertAgree(instance("").replace("V {", "V W {"), "KA1202");
	}

	@Test
	void r30OrderOfDefinitions() throws IOException {
		String script = "vrrp_script s {\n script /bin/true\n}\n";
		String globals = "global_defs {\n script_user root\n enable_script_security\n}\n";
		assertAgree(globals + instance("track_script {\n s\n}") + script, "KA1302");
		assertSwallowed(globals + script + instance("track_script {\n s\n}"));
	}

	@Test
	void r31Duplicates() throws IOException {
		assertAgree(instance("") + instance("").replace("51", "52"), "KA1303");
		assertSwallowed(instance("priority 10\n priority 20"), "KA1105");
		assertThat(analyse(write("t.conf", instance("priority 10\n priority 20"))).cluster().nodes().getFirst().instances().getFirst().priority()).isEqualTo(20);
	}

	@Test
	void r32Definitions() throws IOException {
		same("$P = x\n$P\n  $I=1\n\t@a   ind$I\nind${I}\n$Q=  v  \nq${Q}\n$1A=x\n$1A\n" + instance("$S=Q\n state $S"));
		same("$A=\n${A}b\nx${A}\n$D=$E=e5\n$D\n$E\nb { $Q=1 \nx${Q}\n");
		assertFound("$P = x\n" + instance(""), "KA1305");
	}

	@Test
	void r33Uses() throws IOException {
		same("$P=v\n$PX\n$P.X\n$P,x\n($P)\nx$P\ty\nx${P}y\n\"x${P} y\"\n\"$P\"\nx$$P\n$NOPE\n");
		same("$A=$B!\n$B=b\nx${A}\n$C=\"x # y\" z\n$C\n$D=x{y\n$D\n}\n");
		same(instance("state $NOPE"));
		assertFound(instance("state $NOPE"), "KA1305");
		assertFound(instance("state ${NOPE}"), "KA1305");
	}

	@Test
	void r34DefinitionsOfSeveralLines() throws IOException {
		same("$B=b1 \\\n  b2 \\\n b3\n$B\nc\n$N=n1 \\\nn2\n$O=x \\\n$N\n$O\n$A=a \\\n\nb\n$A\n$E=$F tail\n$F=x1 \\\nx2\n$E\n$G=pre $F\n$G\n");
		same("$M=m1 \\\n # comment\n m2\n$M\n$N=n1 \\\n \n n2\n$N\n$O=o1 \\\n # c \\\n o2\n$O\n");
		same("$M=x \\\n$Q=3 \\\nw${Q}\n$M\n$R=r1 \\ # c\nr2 # d\n$R\n");
		assertFound("$M=m1 \\\nm2\nx ${M} y\n", "KA1012");
		same("$L=vrrp_instance V { \\\n state Q \\\n }\n$L\nx\n");
	}

	@Test
	void r35PredefinedOnes() throws IOException {
		same("x${_INSTANCE}\n${_PWD}\n$_PWD=over\n${_PWD}z\nx${_HASH}y\n");
		assertThat(messages("x${_RANDOM}\n")).anyMatch(message -> message.matches(".*Unknown keyword 'x\\d+'"));
		assertThat(rules(instance("priority ${_RANDOM}"))).as("only keepalived knows the number, whenever it starts").isEmpty();
		assertSwallowed(instance("priority ${_RANDOM 100 200}"));
		assertAgree(instance("mcast_src_ip 192.0.2.${_RANDOM 1 9}0"), "KA1307");
		assertAgree(instance("priority ${_ENV HOME}"), "KA1307");
		Path file = write("t.conf", instance("priority ${_ENV HOME}"));
		Analysis later = KACONF.analyse(file, LoadOptions.DEFAULT.withConfigId("a").withVersion(KeepalivedVersion.parse("2.4.0").orElseThrow()));
		assertThat(Lint.check(later)).isEmpty();
		assertThat(later.nodes().getFirst().text().text()).contains("priority ${_ENV HOME}");
	}

	@Test
	void r36NumberSequences() throws IOException {
		same("~SEQ(X,2) a${X}\n~SEQ(X,0) b${X}\n~SEQ(X,-3) c${X}\n~SEQ(X,-1,1) d${X}\n~SEQ(X, 6 ,-2, 2) e$X\n~SEQ (X,1,2) f$X\n~SEQ(X,0x3) g$X\n$E=3\n~SEQ(X,1,$E) h${X}\nx ~SEQ(X,2)\n~SEQx(X,9,11) i${X}\n");
		same("b { ~SEQ(X,1,2) y${X}\n");
		assertAgree("~SEQ(X,1,-1,3) x\n", "KA1012");
		assertAgree("~SEQ(X,a,3) x\n", "KA1012");
		assertAgree("~SEQx(X,-1,3) x\n", "KA1012");
	}

	@Test
	void r37Lists() throws IOException {
		same("~LST({V,W},{a,b},{c}) x${V}_${W}\n~LST(V,{a},b) z${V}\n~LST(V,{a},{b}) y${V}\n~LST(V, a, b) k${V}\n$L=a,b\n~LST(X,$L) z${X}\n");
		assertAgree("~LST(V,{a,b}) x\n", "KA1012");
	}

	@Test
	void r38SequencesNest() throws IOException {
		same("~SEQ(X,6,-2,2) ~SEQ(Y,1,2) ip${X}_${Y}\n$B=x$I \\\ny$I\n~SEQ(I,1,2) $B\n$S=~SEQ(Q,1,2) s${Q}\n$S\n$M=x \\\n~SEQ(I,1,2) y${I} \\\nw\n$M\n~SEQ(X,1,2) @a k${X}\n~SEQ(X,1,2) @b l${X}\n");
	}

	@Test
	void r39Conditions() throws IOException {
		same("@a x1\n@b x2\n@^a x3\n@^b x4\n@a\nx5\n@a @b c\n@!a x\n@a\ty\n@$V z\nb { @a c\n}\nb { @b c\n}\n");
		same("@a $P=p1\n@b $P=p2\n$P\n@b $P=p1 \\\ncont\nend\n$L=@b y\n$L\n@a $L\n$M=x \\\n@a y \\\n@b z \\\nw\n$M\n");
		assertFound("$M=@a z\n$M\n", "KA1012");
		assertThat(messages("$M=@a z\n$M\n")).as("it should be z").anyMatch(message -> message.contains("Unknown keyword '@a'"));
	}

	@Test
	void r40Includes() throws IOException {
		write("sub/one.conf", "one ${_PWD}\ninclude two.conf\n$D=d\n");
		write("sub/two.conf", "two\n");
		write("open.conf", "vrrp_instance V {\n");
		write("state.conf", "state Q\n");
		write("whole.conf", instance(""));
		same("x\ninclude sub/one.conf\n${D}y\n");
		same("include sub/t*.conf\ninclude {sub/one,none,open}.conf\n}\nz\n");
		same("include open.conf\ninclude state.conf\n}\nz\ninclude none*.conf\ninclude none.conf\nincludex y\n");
		assertFound("include\n", "KA1011");
		same("include \"sub/two.conf\"\n");
		same("include a b # c\nincluded y\n");
		assertFound("include \"sub/two.conf\"\n", "KA1011");
		assertFound("@a include sub/two.conf\n", "KA1016");
		assertThat(messages("@a include whole.conf\n")).as("read twice").anyMatch(message -> message.contains("vrrp instance V already defined"));
	}

	@Test
	void r41StrictIncludes() throws IOException {
		write("one.conf", instance(""));
		Files.createDirectories(folder.resolve("dir"));
		Files.setPosixFilePermissions(write("run.conf", "x\n"), PosixFilePermissions.fromString("rwxr-xr-x"));
		for (String letter : List.of("", "r", "m", "w", "b", "a")) {
			for (String glob : List.of("one.conf", "none.conf", "none*.conf", "dir", "run.conf", "{one,none}.conf", "{none,nix}.conf", "one*.conf")) {
				String text = "include" + letter + " " + glob + "\nx\n";
				List<String> theirs = messages(text).stream().filter(message -> !message.contains("Unknown keyword")).toList();
				assertThat(rules(text).contains("KA1011")).as("%s %s", text, theirs).isEqualTo(!theirs.isEmpty());
			}
		}
	}

	/** A missing word ends keepalived at once, so what stands behind it is only said by Kaconf. */
	@Test
	void r42ExitCodes() throws IOException {
		assertThat(exitCode(instance(""))).isZero();
		assertThat(exitCode(instance("state"))).isEqualTo(2);
		assertThat(exitCode(instance("state Q"))).isEqualTo(5);
		assertThat(rules(instance("state\n prio 3"))).contains("KA1201", "KA1101");
	}

	@Test
	void r43TheLargestCodeWins() throws IOException {
		String insecure = "vrrp_script s {\n script /bin/true\n user root\n}\n" + instance("track_script {\n s\n}\n state Q");
		assertThat(exitCode(insecure)).isEqualTo(6);
		assertThat(rules(insecure)).contains("KA6001", "KA1204");
	}

	/** Kaconf says nothing about interfaces, which are a matter of the host. */
	@Test
	void r44Interfaces() throws IOException {
		String text = instance("").replace("eth0", "eth7");
		assertThat(messages(text)).anyMatch(message -> message.contains("interface eth7 for vrrp_instance V doesn't exist"));
		assertThat(rules(text)).isEmpty();
	}

	@Test
	void bytesThatAreNoUtf8() throws IOException {
		Path file = Files.write(folder.resolve("t.conf"), ("stra\u00dfe x\n# \u00e9\n" + instance("state \u00e9t\u00e9")).getBytes(StandardCharsets.ISO_8859_1));
		same(file);
		assertThat(ForeignBytes.encode(analyse(file).nodes().getFirst().text().text())).isEqualTo(Files.readAllBytes(file));
		assertThat(rules(Files.write(file, ForeignBytes.encode("# stra\udcdfe\n" + instance(""))))).containsExactly("KA1017");
	}

	private static String instance(String lines) {
		return "vrrp_instance V {\n interface eth0\n virtual_router_id 51\n " + lines + "\n virtual_ipaddress {\n  192.0.2.10/24\n }\n}\n";
	}

	/** Both read the same, and there is something to read. */
	private void same(String text) throws IOException {
		same(write("t.conf", text));
	}

	private void same(Path file) throws IOException {
		List<String> theirs = Reading.byKeepalived(keepalived.messages(file, "a"), "t.conf");
		assertThat(theirs).isNotEmpty();
		assertThat(Reading.byKaconf(analyse(file))).isEqualTo(theirs);
	}

	/** keepalived says something about the text, and Kaconf has that finding at a line of which it does. */
	private void assertAgree(String text, String rule) throws IOException {
		List<RealKeepalived.Message> theirs = keepalived.messages(write("t.conf", text), "a");
		assertThat(Lint.check(analyse(folder.resolve("t.conf")))).filteredOn(found -> found.rule().equals(rule)).as("%s", theirs).isNotEmpty()
				.anySatisfy(found -> assertThat(theirs).anySatisfy(message -> assertThat(message.line()).isEqualTo(found.origin().line())));
	}

	/** keepalived does not say a word; Kaconf has these findings. */
	private void assertSwallowed(String text, String... rules) throws IOException {
		assertThat(messages(text)).isEmpty();
		assertThat(rules(text)).containsExactly(rules);
	}

	private void assertFound(String text, String rule) {
		assertThat(rules(text)).contains(rule);
	}

	/** Of each value both say something, or neither does. */
	private void assertVerdicts(String line, String... values) throws IOException {
		List<String> differences = new ArrayList<>();
		for (String value : values) {
			String text = instance(line.formatted(value));
			if (messages(text).isEmpty() != rules(text).isEmpty()) {
				differences.add(line.formatted(value) + ": " + messages(text) + " " + rules(text));
			}
		}
		assertThat(differences).isEmpty();
	}

	private List<String> rules(String text) {
		return rules(write("t.conf", text));
	}

	private List<String> rules(Path file) {
		return Lint.check(analyse(file)).stream().map(Diagnostic::rule).toList();
	}

	private List<String> messages(String text) throws IOException {
		return keepalived.check(write("t.conf", text), "a").messages();
	}

	private int exitCode(String text) throws IOException {
		return keepalived.check(write("t.conf", text), "a").exitCode();
	}

	private Analysis analyse(Path file) {
		return KACONF.analyse(file, LoadOptions.DEFAULT.withConfigId("a"));
	}

	private Path write(String name, String text) {
		return Lint.write(folder.resolve(name), text);
	}
}

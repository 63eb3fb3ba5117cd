package org.kaconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.InterfaceOptions;
import org.kaconf.model.Ipvlan;
import org.kaconf.model.Node;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.json.NodeJson;

class CommandLineTest {
	@TempDir
	Path folder;

	private record Result(ExitCode code, String out, String err) {
	}

	private static Result run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		ExitCode code = Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
		return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static void assertRefused(Result result, ExitCode code, String message) {
		assertThat(result.err()).startsWith("kaconf-runtime: ").contains(message).hasLineCount(1);
		assertThat(result.code()).isEqualTo(code);
		assertThat(result.out()).isEmpty();
	}

	private static InstanceBuilder instance() {
		return Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).virtualAddresses(List.of(VirtualAddress.of("10.0.0.9/24")));
	}

	private Path file(Instance... instances) throws Exception {
		return Files.writeString(folder.resolve("node.json"), NodeJson.write(new Node("lb1", List.of(), Globals.DEFAULT, List.of(), List.of(instances), List.of(), null)));
	}

	@Test
	void helpNamesOptionsAndExitCodes() {
		Result result = run("--help");
		assertThat(result.code()).isEqualTo(ExitCode.OK);
		assertThat(result.out()).contains("-f, --use-file=FILE", "--control=SOCKET", "6  another daemon holds the control socket or the pid file");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void versionIsThatOfTheBuild() {
		assertThat(run("-v").out()).matches("Kaconf \\d+\\.\\d+\\.\\d+.*\\R");
	}

	@Test
	void testsAConfiguration() throws Exception {
		Path file = file(instance().build());
		assertThat(run("-t", "-f", file.toString())).isEqualTo(new Result(ExitCode.OK, file + ": configuration is fine" + System.lineSeparator(), ""));
		assertThat(run("-tlDf" + file).code()).isEqualTo(ExitCode.OK);
		assertThat(run("--config-test", "--use-file=" + file, "-i", "lb1").code()).isEqualTo(ExitCode.OK);
	}

	@Test
	void refusesAFileOfAnotherNode() throws Exception {
		Path file = file(instance().build());
		assertRefused(run("-t", "-f", file.toString(), "-i", "lb2"), ExitCode.CONFIGURATION, file + " is for node lb1, not lb2; name the file of lb2 with -f");
	}

	static Stream<Arguments> badCommandLines() {
		return Stream.of(Arguments.of("-x", "unknown option -x"), Arguments.of("--frobnicate", "unknown option --frobnicate"), Arguments.of("-f", "option --use-file needs a value: FILE"),
				Arguments.of("--help=me", "option --help takes no value"), Arguments.of("node.json", "unexpected argument node.json"));
	}

	@ParameterizedTest
	@MethodSource
	void badCommandLines(String argument, String message) {
		assertRefused(run(argument), ExitCode.USAGE, message + "; --help lists the options");
	}

	@Test
	void refusesFilesThatAreNone() throws Exception {
		Path missing = folder.resolve("missing.json");
		assertRefused(run("-f", missing.toString()), ExitCode.CONFIGURATION, missing + ": no such file or directory; generate it with kaconf generate");
		assertRefused(run("-f", folder.toString()), ExitCode.CONFIGURATION, folder.toString());
		assertRefused(run("-f", Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}).toString()), ExitCode.CONFIGURATION, "binary: ");
		assertRefused(run("-f", Files.createFile(folder.resolve("empty")).toString()), ExitCode.CONFIGURATION, "empty: not a node.json");
		assertRefused(run("-f", Files.writeString(folder.resolve("text"), "vrrp_instance VI_1 {").toString()), ExitCode.CONFIGURATION, "text: not ");
	}

	static Stream<Arguments> unsupported() {
		return Stream.of(Arguments.of(instance().interfaceName(null), "unknown interface! Name the one to send adverts on"), Arguments.of(instance().virtualRouterId(0), "virtual_router_id is missing"),
				Arguments.of(instance().trackedScripts(List.of(new TrackedScript("chk", 1, false, null))), "track_script chk"),
				Arguments.of(instance().ipvlan(new Ipvlan(null, Ipvlan.Mode.BRIDGE, null)), "use_ipvlan"),
				Arguments.of(instance().interfaceOptions(new InterfaceOptions("red", true, false, false, false, null)), "vrf"),
				Arguments.of(instance().family(Family.IPV6).authentication(new Authentication(Authentication.Type.AH, "x")), "auth_type AH"),
				Arguments.of(instance().advertInterval(Duration.ofMillis(1500)), "advert interval"));
	}

	@ParameterizedTest
	@MethodSource
	void unsupported(InstanceBuilder instance, String keyword) throws Exception {
		Result result = run("-t", "-f", file(instance.build()).toString());
		assertRefused(result, ExitCode.CONFIGURATION, "vrrp_instance VI_1: ");
		assertThat(result.err()).contains(keyword);
	}

	private static Node withUnread(String setting) {
		return new Node("lb1", List.of(), Globals.DEFAULT, List.of(), List.of(), List.of(), List.of(), List.of(instance().build()), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(setting), null);
	}

	@Test
	void refusesToSendWithoutTheSignatureThatPeersExpect() throws Exception {
		Path file = folder.resolve("node.json");
		Files.writeString(file, NodeJson.write(withUnread("vrrp_instance auth_hmac")));
		assertRefused(run("-t", "-f", file.toString()), ExitCode.CONFIGURATION, "auth_hmac is not supported");
		Files.writeString(file, NodeJson.write(withUnread("global_defs enable_snmp_vrrp")));
		assertThat(run("-t", "-f", file.toString()).code()).isEqualTo(ExitCode.OK);
	}

	@Test
	void refusesANodeWithNothingToRunOrTheSameRouterTwice() throws Exception {
		assertRefused(run("-t", "-f", file().toString()), ExitCode.CONFIGURATION, "node lb1 has no vrrp_instance; there is nothing to run");
		assertRefused(run("-t", "-f", file(instance().build(), instance().build()).toString()), ExitCode.CONFIGURATION, "virtual_router_id 51 is in use by another instance on eth0");
	}
}

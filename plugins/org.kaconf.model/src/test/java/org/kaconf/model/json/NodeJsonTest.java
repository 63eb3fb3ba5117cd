package org.kaconf.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Authentication;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;

class NodeJsonTest {
	private static final Origins WRITTEN = Origins.at(new Origin("a.kaconf", 3, 4, 3, 9)).build();

	private static Node node() {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(101)
				.advertInterval(Duration.ofMillis(100)).authentication(new Authentication(Authentication.Type.PASS, "1111"))
				.sourceAddress(IpAddress.of("172.29.88.224")).virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24")))
				.unicastPeers(List.of(new UnicastPeer(IpAddress.of("172.29.88.225"), 255, null, WRITTEN)))
				.trackedScripts(List.of(new TrackedScript("chk", -5, false, WRITTEN))).origins(WRITTEN).build();
		Script script = new Script("chk", Command.of("/bin/check", "an argument"), null, Duration.ofSeconds(2), Duration.ofSeconds(2), 2, 3, -5, false,
				false, WRITTEN);
		return new Node("nginx01", List.of(new NodeAddress(IpPrefix.of("172.29.88.224/24"), "eth0", WRITTEN)), Globals.DEFAULT, List.of(script),
				List.of(instance), List.of(), WRITTEN);
	}

	@Test
	void readsWhatItWrote() throws IOException {
		assertThat(NodeJson.read(new StringReader(NodeJson.write(node())))).isEqualTo(node());
	}

	@Test
	void leavesOriginsOut() {
		assertThat(NodeJson.write(node())).doesNotContain("a.kaconf").endsWith("}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{", "[]", "{}", "{\"format\":3,\"node\":{}}", "null", "{\"format\":2}", "\u0000\u0001", "{\"format\":2,\"node\":{\"instances\":[{\"advertInterval\":\"soon\"}]}}"})
	void refusesAnythingElseInOneLine(String text) {
		assertThatThrownBy(() -> NodeJson.read(new StringReader(text))).isInstanceOf(IOException.class)
				.satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").isNotBlank());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"PT0.1S"            | "soon"       | $.node.instances[0].advertInterval: "soon" is not valid here
			"priority": 101     | "other": 1   | $.node.instances[0].priority is missing
			"priority": 101     | "priority":{}| $.node.instances[0].priority is not a text or number
			"preempt": true     | "preempt": 1 | $.node.instances[0].preempt: neither true nor false
			"172.29.88.222/24"  | "nowhere"    | $.node.instances[0].virtualAddresses[0].prefix: "nowhere" is not valid here
			"/bin/check",       | {},          | $.node.scripts[0].command.words[0] is not a text or number
			"name": "nginx01"   | "name": []   | $.node.name is not a text or number
			"syncGroups": []    | "syncGroups": {} | $.node.syncGroups is not a list
			""")
	void saysWhereSomethingIsWrong(String right, String wrong, String message) {
		String text = NodeJson.write(node());
		assertThat(text).contains(right);
		assertThatThrownBy(() -> NodeJson.read(new StringReader(text.replace(right, wrong)))).isInstanceOf(IOException.class)
				.hasMessage("not a node.json: " + message);
	}

	@Test
	void passesOverWhatItDoesNotKnow() throws IOException {
		String text = NodeJson.write(node()).replace("\"weight\": -5,", "\"weight\": -5, \"later\": {\"a\": [1, null, true]},");
		assertThat(NodeJson.read(new StringReader(text))).isEqualTo(node());
	}

	@ParameterizedTest
	@CsvSource({"1, but 1", "2, but 2", "null, ''"})
	void namesAnotherFormatAndWhatToDo(String format, String but) {
		String text = NodeJson.write(node()).replace("\"format\": " + NodeJson.FORMAT, "\"format\": " + format);
		assertThatThrownBy(() -> NodeJson.read(new StringReader(text))).isInstanceOf(IOException.class)
				.hasMessage("not a node.json of format " + NodeJson.FORMAT + (but.isEmpty() ? "" : " " + but) + "; generate it again with this version of kaconf");
	}

	@Test
	void textsOfRecordsHideThePassword() {
		assertThat(node().toString()).contains("VI_1").doesNotContain("1111");
	}

	@Test
	void anAddressIsDeprecatedAtOnceOnlyAsAnIpv6HostAddress() {
		assertThat(VirtualAddress.of("2001:db8::1/128").preferredLifetime()).isZero();
		assertThat(VirtualAddress.of("2001:db8::1/64").preferredLifetime()).isEqualTo(AddressOptions.FOREVER);
		assertThat(VirtualAddress.of("192.0.2.1/32").preferredLifetime()).isEqualTo(AddressOptions.FOREVER);
	}

	@Test
	void refusesTextBehindTheDocument() {
		assertThatThrownBy(() -> NodeJson.read(new StringReader(NodeJson.write(node()) + "{}"))).isInstanceOf(IOException.class)
				.hasMessageStartingWith("not valid JSON: ");
	}
}

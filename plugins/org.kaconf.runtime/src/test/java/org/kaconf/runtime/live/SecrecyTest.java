package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** The passwords of virtual routers are in node.json and, of {@code auth_type PASS}, on the wire, and nowhere else, whatever goes wrong. */
@LiveTest
class SecrecyTest extends OnLiveNetwork {
	/** What all passwords have in common, at their beginning. */
	private static final String SECRET = "s3cr";
	private static final String CONFIGURATION = ".json";

	private static Node node(NetworkHost host, String first, String second, List<TrackedScript> tracked, Script... scripts) {
		Instance pass = instance("VI_1", 51, "10.9.0.100/24", new Authentication(Type.PASS, first)).trackedScripts(tracked).build();
		Instance ah = instance("VI_2", 52, "10.9.0.101/24", new Authentication(Type.AH, second)).build();
		return new Node(host.name(), List.of(), Globals.DEFAULT, List.of(scripts), List.of(pass, ah), List.of(), null);
	}

	private static InstanceBuilder instance(String name, int vrid, String address, Authentication authentication) {
		return Instance.builder(name).interfaceName("eth0").virtualRouterId(vrid).priority(100).advertInterval(Duration.ofSeconds(1)).authentication(authentication)
				.virtualAddresses(List.of(VirtualAddress.of(address)));
	}

	@Test
	void noPasswordIsAnywhereElse() throws Exception {
		Path environment = folder.resolve("environment");
		Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n[ ! -e '" + environment + "' ] || exit 0\n{ env; echo \"$@\"; } > '" + environment + ".new' && mv '" + environment + ".new' '" + environment + "'\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
		Script script = new Script("chk", Command.of(program.toString()), null, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, 0, false, false, null);
		List<TrackedScript> tracked = List.of(new TrackedScript("chk", 0, false, null));
		HostProcess a = network.kaconf(network.a, node(network.a, SECRET + "1", SECRET + "2", tracked, script), "-p", folder.resolve("a.pid").toString(), "--metrics", "9650");
		HostProcess b = network.kaconf(network.b, node(network.b, SECRET + "3", SECRET + "4", List.of()));
		// Each hears from the other what it cannot believe.
		for (HostProcess process : List.of(a, b)) {
			process.await("(VI_1) received an invalid passwd!", 0, LIMIT);
			process.await("invalid IPSEC HMAC-MD5 value", 0, LIMIT);
		}
		LiveNetwork.await("the script", () -> Files.exists(environment));
		Map<String, String> places = new TreeMap<>();
		ControlClient control = new ControlClient(network.socket(network.a));
		places.put("status", control.statusJson());
		places.put("metrics over the control socket", control.metrics());
		places.put("metrics over HTTP", network.a.run("curl", "-s", "http://127.0.0.1:9650/metrics"));
		for (String file : List.of("cmdline", "environ", "status")) {
			places.put("/proc/PID/" + file, Files.readString(Path.of("/proc", Long.toString(a.pid()), file)));
		}
		List<String> events = new ArrayList<>();
		Thread subscriber = Thread.ofPlatform().daemon().start(() -> subscribe(control, events));
		dump(a, "USR1", "a.data");
		dump(a, "USR2", "a.stats");
		reloads(a, control, tracked, script, places);
		a.terminate();
		assertThat(a.awaitEnd(LIMIT)).isZero();
		subscriber.join(LIMIT);
		places.put("events", String.join("\n", events));
		places.put("log", String.join("\n", a.lines().stream().map(HostProcess.Line::text).toList()));
		places.put("log of the peer", String.join("\n", b.lines().stream().map(HostProcess.Line::text).toList()));
		files(places);
		assertThat(places.get("events")).as("all of them were heard").contains("STOP");
		assertThat(places).as("places where it was looked").containsKeys("a.data", "a.stats", "environment", "log").allSatisfy((place, text) -> {
			assertThat(text).as(place).isNotEmpty();
			assertThat(place.endsWith(CONFIGURATION) == text.contains(SECRET)).as("%s:%n%s", place, text).isTrue();
		});
	}

	private static void subscribe(ControlClient control, List<String> events) {
		try {
			control.subscribe(events::add);
		} catch (IOException e) {
			events.add("lost: " + e);
		}
	}

	private void dump(HostProcess a, String signal, String file) throws Exception {
		a.signal(signal);
		a.await("Written to " + folder.resolve(file), 0, LIMIT);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))).isEqualTo("rw-------");
	}

	/** New passwords, and configurations that are refused at, after and because of a password. */
	private void reloads(HostProcess a, ControlClient control, List<TrackedScript> tracked, Script script, Map<String, String> places) throws Exception {
		Node changed = node(network.a, SECRET + "5", SECRET + "6", tracked, script);
		network.write(network.a, changed);
		places.put("answer to a reload", control.reload());
		assertThat(places.get("answer to a reload")).contains("VI_1", "VI_2");
		String json = NodeJson.write(changed);
		String password = "\"password\": \"" + SECRET + "5\"";
		assertThat(json).contains(password);
		int end = json.indexOf(password) + password.length();
		List<String> broken = List.of(json.substring(0, end - 1), json.substring(0, end), json.substring(0, end) + SECRET + json.substring(end),
				json.replace(password, "\"password\": [\"" + SECRET + "\"]"), json.replace(password, "\"password\": {\"" + SECRET + "\": 1}"),
				json.replace(password, SECRET + ": 1"), json.replace(password, password + ", \"password\": " + SECRET + " " + SECRET));
		for (String text : broken) {
			int from = a.position();
			Files.writeString(folder.resolve("a.json"), text);
			a.signal("HUP");
			a.await("Reload refused", from, LIMIT);
		}
	}

	/** What is in the folder, by name; a socket is nothing to read. */
	private void files(Map<String, String> places) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				places.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
	}
}

package org.kaconf.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaconf.runtime.live.LiveNetwork.LIMIT;
import static org.kaconf.runtime.live.LiveNetwork.instance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.model.Firewall;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.NotifyFifo;
import org.kaconf.model.ProcessSettings;
import org.kaconf.model.ReceiveBuffers;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.VrrpVersion;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.KeepalivedProcess;

/** The notify pipe says the same as keepalived's, to the byte. */
@LiveTest
class NotifyPeerTest {
	private static final String MASTER = "INSTANCE \"VI_1\" MASTER ";
	private static final String FAULT = "INSTANCE \"VI_1\" FAULT ";
	private static final String PRIORITY = "INSTANCE \"VI_1\" MASTER_PRIORITY ";

	@TempDir
	Path folder;
	private LiveNetwork network;

	@BeforeEach
	void makeNetwork() throws Exception {
		network = new LiveNetwork(folder);
	}

	@AfterEach
	void removeNetwork() {
		network.close();
	}

	/** A number for the tracked file, and the beginning of a line that says that it has had its effect. */
	private record Step(String number, String line) {
	}

	/** What one run writes: the start, what the steps bring about, the end. */
	private String heard(HostProcess daemon, Path pipe, Path weight, List<Step> steps) throws Exception {
		LiveNetwork.await("the pipe", () -> Files.exists(pipe));
		Path out = folder.resolve(pipe.getFileName() + ".out");
		Process reader = new ProcessBuilder("cat", pipe.toString()).redirectOutput(out.toFile()).start();
		awaitLine(out, 0, MASTER);
		for (Step step : steps) {
			int before = Files.readAllLines(out).size();
			Files.writeString(weight, step.number + "\n");
			awaitLine(out, before, step.line);
		}
		daemon.terminate();
		assertThat(daemon.awaitEnd(LIMIT)).isZero();
		assertThat(reader.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		return Files.readString(out);
	}

	private static void awaitLine(Path file, int from, String beginning) throws Exception {
		LiveNetwork.await(beginning, () -> Files.readAllLines(file).stream().skip(from).anyMatch(line -> line.startsWith(beginning)));
	}

	@Test
	void anInstanceSpeaksAsInKeepalived() throws Exception {
		List<Step> steps = List.of(new Step("5", PRIORITY), new Step("0", PRIORITY), new Step("-127", FAULT), new Step("0", MASTER));
		Path theirs = folder.resolve("theirs");
		Path theirWeight = Files.writeString(folder.resolve("their-weight"), "0\n");
		KeepalivedProcess keepalived = network.keepalived(network.a, configuration(theirs, theirWeight, 2, ""));
		String expected = heard(keepalived.process(), theirs, theirWeight, steps);
		Path ours = folder.resolve("ours");
		Path ourWeight = Files.writeString(folder.resolve("our-weight"), "0\n");
		Instance instance = instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).notifyPriorityChanges(true)
				.trackedFiles(List.of(new TrackedFile("weight", 2, false, null))).build();
		HostProcess kaconf = network.kaconf(network.b, node(ours, ourWeight, List.of(instance), List.of()));
		assertThat(heard(kaconf, ours, ourWeight, steps)).isEqualTo(expected).contains("INSTANCE \"VI_1\" MASTER_PRIORITY 110\n");
	}

	@Test
	void aGroupSpeaksAsInKeepalived() throws Exception {
		List<Step> steps = List.of(new Step("1", FAULT), new Step("0", MASTER));
		Path theirs = folder.resolve("theirs");
		Path theirWeight = Files.writeString(folder.resolve("their-weight"), "0\n");
		KeepalivedProcess keepalived = network.keepalived(network.a, configuration(theirs, theirWeight, 0, "vrrp_sync_group G {\n group {\n VI_1\n }\n}\n"));
		String expected = heard(keepalived.process(), theirs, theirWeight, steps);
		Path ours = folder.resolve("ours");
		Path ourWeight = Files.writeString(folder.resolve("our-weight"), "0\n");
		Instance instance = instance(100).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).notifyPriorityChanges(true).syncGroup("G")
				.trackedFiles(List.of(new TrackedFile("weight", 0, false, null))).build();
		HostProcess kaconf = network.kaconf(network.b, node(ours, ourWeight, List.of(instance), List.of(new SyncGroup("G", List.of("VI_1"), Notify.NONE, null))));
		assertThat(heard(kaconf, ours, ourWeight, steps)).isEqualTo(expected).contains("GROUP \"G\" ");
	}

	/** The same for keepalived. @param more further blocks */
	private static String configuration(Path pipe, Path file, int weight, String more) {
		return """
				global_defs {
					script_user root
					vrrp_notify_fifo %s
					vrrp_notify_priority_changes true
				}
				track_file weight {
					file %s
					weight %d
				}
				vrrp_instance VI_1 {
					interface eth0
					virtual_router_id 51
					priority 100
					version 3
					advert_int 0.1
					virtual_ipaddress {
						10.9.0.100/24
					}
					track_file {
						weight
					}
				}
				""".formatted(pipe, file, weight) + more;
	}

	private static Node node(Path pipe, Path weight, List<Instance> instances, List<SyncGroup> groups) {
		Globals globals = new Globals(null, false, "root", null, MailSettings.NONE, null, null, new NotifyFifo(pipe.toString(), null, null, null), false, Duration.ZERO, null, null,
				false, InterfacePolicy.DEFAULT, ReceiveBuffers.DEFAULT, Firewall.DEFAULT, ProcessSettings.DEFAULT, null);
		return new Node("b", List.of(), globals, List.of(), List.of(), List.of(new TrackFile("weight", weight.toString(), 2, false, null, false, null)), List.of(), instances, groups,
				List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
	}
}

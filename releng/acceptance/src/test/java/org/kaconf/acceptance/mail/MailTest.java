package org.kaconf.acceptance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaconf.acceptance.ScenarioCondition;
import org.kaconf.acceptance.mail.MailServer.Manner;
import org.kaconf.acceptance.peer.Implementation;
import org.kaconf.acceptance.peer.Member;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.PacketCapture;
import org.kaconf.runtime.network.Standstills;

/** Mails that a node sends to a server on its network, Kaconf and keepalived by the same text: a takeover, a fault and its end, a stop. */
@Tag("live")
@ExtendWith(ScenarioCondition.class)
@Execution(ExecutionMode.CONCURRENT)
class MailTest {
	private static final IpAddress ADDRESS_A = IpAddress.of("10.9.0.1");
	private static final String SERVER = "10.9.0.25";
	private static final int VRID = 51;
	private static final int PORT = 2525;
	private static final long INTERVAL_NANOS = 100_000_000;
	private static final String DATE = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}";
	/** What a MIME message has and keepalived's has not. */
	private static final List<String> MIME = List.of("Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");

	/** Who sends mail, and the subjects of what each stage brings, sorted. */
	private enum Wish {
		INSTANCES("smtp_alert_vrrp", "", ""),
		INSTANCES_WITHOUT_FAULTS("smtp_alert_vrrp\n no_email_faults", "", ""),
		GROUP_AND_ONE_MEMBER("", "smtp_alert", "smtp_alert"),
		GROUP_ALONE("smtp_alert", "", "smtp_alert no");

		private final String global;
		private final String group;
		private final String first;

		Wish(String global, String group, String first) {
			this.global = global;
			this.group = group;
			this.first = first;
		}

		private boolean isGrouped() {
			return this == GROUP_AND_ONE_MEMBER || this == GROUP_ALONE;
		}

		private String configuration(String server) {
			String sync = isGrouped() ? "vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n" + onA(group) + "\n}\n" : "";
			String second = isGrouped() ? instance("VI_2", VRID + 1, "10.9.1.100/24", "", this == GROUP_ALONE ? "smtp_alert no" : "") : "";
			return """
					global_defs {
						router_id LB_ONE
						notification_email {
							ops@example.net
							oncall@example.net
							third@example.org
						}
						notification_email_from lb@example.net
						smtp_server %s
						smtp_helo_name lb.example.net
						smtp_connect_timeout 2
						%s
						script_user root
						enable_script_security
					}
					vrrp_script check {
						script "/usr/bin/test -e ${HEALTHY}"
						interval 1
						timeout 2
						fall 1
						rise 1
					}
					""".formatted(server, onA(global)) + sync + instance("VI_1", VRID, "10.9.0.100/24", "track_script {\n check\n }", first) + second;
		}

		/** The peer sends none. */
		private static String onA(String lines) {
			return lines.isEmpty() ? "" : "@a " + lines.replace("\n ", "\n@a ");
		}

		private static String instance(String name, int vrid, String address, String tracked, String alert) {
			return """
					vrrp_instance %s {
						interface eth0
						virtual_router_id %d
						@a priority 100
						@b priority 150
						version 3
						advert_int 0.1
						virtual_ipaddress {
							%s
						}
						%s
						%s
					}
					""".formatted(name, vrid, address, tracked, onA(alert));
		}
	}

	/** The stages of one run, and what each brought. */
	private static List<List<Letter>> lettersOf(Implementation sender, Wish wish, Map<String, List<String>> expected, Path folder) throws Exception {
		try (NamespaceNetwork network = NamespaceNetwork.create()) {
			NetworkHost hostA = network.addHost("a", ADDRESS_A + "/24");
			NetworkHost hostB = network.addHost("b", "10.9.0.2/24");
			try (MailServer server = new MailServer(network.addHost("mail", SERVER + "/24"), PORT, Manner.TAKES)) {
				String text = wish.configuration(SERVER + " " + PORT);
				Member a = new Member(hostA, sender, text, folder);
				Member b = new Member(hostB, Implementation.KEEPALIVED, text, folder);
				List<List<Letter>> letters = new ArrayList<>();
				b.start();
				b.process().await("(VI_1) Entering MASTER STATE", 0, Member.LIMIT);
				a.start();
				collect(server, expected.get("start"), letters);
				b.crash();
				collect(server, expected.get("takeover"), letters);
				a.fail();
				collect(server, expected.get("fault"), letters);
				a.recover();
				collect(server, expected.get("recovery"), letters);
				a.process().await("(VI_1) Entering MASTER STATE", 0, Member.LIMIT);
				a.stop();
				if (sender == Implementation.KEEPALIVED) {
					assertThat(server.letters()).as("keepalived ends before its farewell mails are on their way").hasSize(letters.stream().mapToInt(List::size).sum());
				} else {
					collect(server, expected.get("stop"), letters);
				}
				return letters;
			}
		}
	}

	/** Waits for as many letters as are expected; one too many is found at the next stage. */
	private static void collect(MailServer server, List<String> subjects, List<List<Letter>> letters) throws Exception {
		int before = letters.stream().mapToInt(List::size).sum();
		server.await(before + subjects.size(), Member.LIMIT);
		List<Letter> all = server.letters();
		// Those of one stage go out side by side from keepalived.
		letters.add(all.subList(before, all.size()).stream().sorted(Comparator.comparing(Letter::subject)).toList());
		assertThat(letters.getLast()).extracting(letter -> letter.subject().replace("[LB_ONE] VRRP ", "")).containsExactlyElementsOf(subjects);
	}

	private static Map<String, List<String>> expected(Wish wish) {
		return switch (wish) {
			case INSTANCES -> stages("Instance VI_1 - ", true);
			case INSTANCES_WITHOUT_FAULTS -> stages("Instance VI_1 - ", false);
			case GROUP_ALONE -> stages("Group G - ", true);
			case GROUP_AND_ONE_MEMBER -> {
				Map<String, List<String>> both = new TreeMap<>();
				stages("Group G - ", true).forEach((stage, subjects) -> both.put(stage, Stream.concat(subjects.stream(), stages("Instance VI_1 - ", true).get(stage).stream()).toList()));
				yield both;
			}
		};
	}

	private static Map<String, List<String>> stages(String who, boolean faults) {
		return Map.of("start", List.of(who + "Entering BACKUP state"), "takeover", List.of(who + "Entering MASTER state"),
				"fault", faults ? List.of(who + "Entering FAULT state") : List.of(),
				"recovery", List.of(who + "Entering BACKUP state", who + "Entering MASTER state"), "stop", List.of(who + "Stopping"));
	}

	@ParameterizedTest
	@EnumSource
	void saysTheSameAsKeepalived(Wish wish, @TempDir Path folder) throws Exception {
		List<List<Letter>> theirs = lettersOf(Implementation.KEEPALIVED, wish, expected(wish), Files.createDirectory(folder.resolve("keepalived")));
		List<List<Letter>> ours = lettersOf(Implementation.KACONF, wish, expected(wish), Files.createDirectory(folder.resolve("kaconf")));
		for (List<Letter> stage : ours) {
			for (Letter letter : stage) {
				assertThat(letter.headers().get("X-Mailer")).isEqualTo("Kaconf");
				assertThat(letter.headers().get("Message-ID")).as("of the sender's domain, whatever this machine is called").matches("<[^@<> ]+@example.net>");
				assertThat(letter.headers()).containsEntry("MIME-Version", "1.0").containsEntry("Content-Type", "text/plain; charset=UTF-8")
						.containsEntry("Content-Transfer-Encoding", "7bit");
			}
		}
		assertThat(comparable(ours.subList(0, theirs.size()))).isEqualTo(comparable(theirs));
		assertThat(ours).hasSize(theirs.size() + 1);
		Letter first = ours.getFirst().getFirst();
		assertThat(first.recipients()).containsExactly("<ops@example.net>", "<oncall@example.net>", "<third@example.org>");
		assertThat(first.headers()).containsEntry("To", "ops@example.net, oncall@example.net, third@example.org").containsEntry("From", "lb@example.net");
		assertThat(first.greeting()).isEqualTo("lb.example.net");
	}

	/** Without what is meant to differ. */
	private static List<List<Letter>> comparable(List<List<Letter>> stages) {
		return stages.stream().map(stage -> stage.stream().map(MailTest::comparable).toList()).toList();
	}

	private static Letter comparable(Letter letter) {
		Map<String, String> headers = new TreeMap<>(letter.headers());
		headers.keySet().removeAll(MIME);
		headers.replace("X-Mailer", "Keepalived", "Kaconf");
		headers.compute("Date", (name, date) -> date.matches(DATE) ? "in keepalived's form" : date);
		return new Letter(letter.greeting(), letter.sender(), letter.recipients(), headers, letter.body());
	}

	/** What becomes of mail that nobody takes. Adverts go on as if there was none, and the log says it once for each mail. */
	@ParameterizedTest
	@CsvSource({"refuses every recipient, 10.9.0.25, REFUSES, 550 nobody of this name", "never says a word, 10.9.0.25, SILENT, timed out",
			"does not listen, 10.9.0.25, , refused", "does not exist, 10.9.0.26, , ''", "is on no known network, 192.0.2.25, , unreachable"})
	void aServerThatTakesNothingHoldsNothingUp(String description, String address, Manner manner, String reason, @TempDir Path folder) throws Exception {
		try (Standstills standstills = new Standstills(); NamespaceNetwork network = NamespaceNetwork.create(); PacketCapture capture = network.capture()) {
			NetworkHost host = network.addHost("a", ADDRESS_A + "/24");
			NetworkHost mail = network.addHost("mail", SERVER + "/24");
			try (MailServer server = manner == null ? null : new MailServer(mail, PORT, manner)) {
				Member a = new Member(host, Implementation.KACONF, Wish.INSTANCES.configuration(address + " " + PORT), folder);
				a.start();
				String complaint = "SMTP alert cannot be sent to " + address + ":" + PORT + ": ";
				// Entering BACKUP, and Entering MASTER: the second has waited for the first.
				HostProcess.Line first = a.process().await(complaint, 0, Member.LIMIT);
				HostProcess.Line second = a.process().await(complaint, first.position() + 1, Member.LIMIT);
				assertThat(List.of(first.text(), second.text())).allSatisfy(line -> assertThat(line).containsIgnoringCase(reason));
				assertThat(server == null ? 2 : server.connections()).as("each mail tries once").isEqualTo(2);
				assertAdvertsKeptTheirTime(capture, standstills);
				a.fail();
				a.process().await(complaint, second.position() + 1, Member.LIMIT);
				a.stop();
			}
		}
	}

	/** All that there were. */
	private static void assertAdvertsKeptTheirTime(PacketCapture capture, Standstills standstills) throws Exception {
		capture.await(20, f -> f.isAdvert(VRID, ADDRESS_A), Member.LIMIT);
		assertThat(standstills.longestGap(capture.frames(f -> f.isAdvert(VRID, ADDRESS_A)))).isLessThan(INTERVAL_NANOS * 2);
	}
}

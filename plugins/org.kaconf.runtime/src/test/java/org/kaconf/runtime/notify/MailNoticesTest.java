package org.kaconf.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Globals;
import org.kaconf.model.MailSettings;
import org.kaconf.model.Notify;
import org.kaconf.runtime.loop.Log;

class MailNoticesTest {
	private static final Subject INSTANCE = new Subject("INSTANCE", "VI_1", Notify.NONE, true);
	private static final Subject GROUP = new Subject("GROUP", "G", Notify.NONE, true);

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
	private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
	private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), true);
	private final MailNotices notices = new MailNotices(log);

	@BeforeEach
	void start() {
		server.start();
		notices.configure(globals(server.getSmtp().getPort(), true));
	}

	@AfterEach
	void stop() {
		notices.close();
		log.close();
		server.stop();
	}

	private static Globals globals(int port, boolean faults) {
		return new Globals("lb1", false, null, null,
				new MailSettings(List.of("ops@example.net", "more@example.net"), "lb1@example.net", "127.0.0.1", port, Duration.ofSeconds(10), "lb1.example.net", faults), null);
	}

	/** Each mail once to each recipient. */
	private List<MimeMessage> received(int mails) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (server.getReceivedMessages().length < mails * 2) {
			assertThat(System.nanoTime()).as(() -> logged.toString(StandardCharsets.UTF_8)).isLessThan(end);
			LockSupport.parkNanos(5_000_000);
		}
		return Arrays.asList(server.getReceivedMessages());
	}

	@Test
	void mailsAChangeOfState() throws Exception {
		notices.hear(INSTANCE, Happening.MASTER, 100);
		MimeMessage mail = received(1).getFirst();
		assertThat(mail.getSubject()).isEqualTo("[lb1] VRRP Instance VI_1 - Entering MASTER state");
		assertThat(mail.getContent().toString().strip()).isEqualTo("=> VRRP Instance is now owning VRRP VIPs <=");
		assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("lb1@example.net");
		assertThat(mail.getHeader("To")[0]).contains("ops@example.net").contains("more@example.net");
		assertThat(mail.getSentDate()).isNotNull();
		assertThat(mail.getMessageID()).as("of the sender's domain, which nobody has to ask the DNS for").endsWith("@example.net>");
	}

	@Test
	void mailsAGroupInItsOwnWords() throws Exception {
		notices.hear(GROUP, Happening.FAULT, 0);
		MimeMessage mail = received(1).getFirst();
		assertThat(mail.getSubject()).isEqualTo("[lb1] VRRP Group G - Entering FAULT state");
		assertThat(mail.getContent().toString()).contains("=> All VRRP group instances are now in FAULT state <=");
	}

	@Test
	void mailsNothingTwiceInARowAndNoOtherHappening() throws Exception {
		notices.hear(INSTANCE, Happening.BACKUP, 100);
		notices.hear(INSTANCE, Happening.BACKUP, 100);
		notices.hear(INSTANCE, Happening.BACKUP_PRIORITY, 90);
		notices.hear(INSTANCE, Happening.MASTER_RX_LOWER_PRI, 90);
		notices.hear(new Subject("INSTANCE", "quiet", Notify.NONE, false), Happening.MASTER, 100);
		notices.hear(INSTANCE, Happening.STOP, 100);
		assertThat(received(2)).extracting(MimeMessage::getSubject).containsOnly("[lb1] VRRP Instance VI_1 - Entering BACKUP state", "[lb1] VRRP Instance VI_1 - Stopping");
	}

	@Test
	void mailsNoFaultsWhereThatIsNotWanted() throws Exception {
		notices.configure(globals(server.getSmtp().getPort(), false));
		notices.hear(INSTANCE, Happening.FAULT, 100);
		notices.hear(INSTANCE, Happening.BACKUP, 100);
		assertThat(received(1)).extracting(MimeMessage::getSubject).containsOnly("[lb1] VRRP Instance VI_1 - Entering BACKUP state");
	}

	@Test
	void saysThatAServerDoesNotAnswer() throws Exception {
		int port;
		try (ServerSocket nobody = new ServerSocket(0)) {
			port = nobody.getLocalPort();
		}
		notices.configure(globals(port, true));
		notices.hear(INSTANCE, Happening.MASTER, 100);
		notices.close();
		log.close();
		assertThat(logged.toString(StandardCharsets.UTF_8)).contains("SMTP alert cannot be sent to 127.0.0.1:" + port).contains("(Connection refused)");
	}
}

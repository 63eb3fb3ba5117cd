package org.kaconf.runtime.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.kaconf.model.Globals;
import org.kaconf.model.MailSettings;
import org.kaconf.runtime.loop.Log;

/** Mails changes of state ({@code smtp_alert}), on a thread of its own: a server that does not answer holds up nothing but mail. */
final class MailNotices implements Listener {
	private static final int CAPACITY = 1000;
	private static final int FAREWELL_SECONDS = 1;

	/** What keepalived says of a change. @param member for an instance, group for a group; {@code null} when that is not mailed */
	private record Words(String subject, String member, String group) {
	}

	private static final String GONE = "=> VRRP Instance is no longer owning VRRP VIPs <=";
	private static final Map<Happening, Words> WORDS = Map.of(
			Happening.MASTER, new Words("Entering MASTER state", "=> VRRP Instance is now owning VRRP VIPs <=", "=> All VRRP group instances are now in MASTER state <="),
			Happening.BACKUP, new Words("Entering BACKUP state", GONE, "=> All VRRP group instances are now in BACKUP state <="),
			Happening.FAULT, new Words("Entering FAULT state", GONE, "=> All VRRP group instances are now in FAULT state <="),
			Happening.STOP, new Words("Stopping", "=> VRRP Instance stopping <=", "=> All VRRP group instances are now stopping <="),
			Happening.DELETED, new Words("Deleted", "=> VRRP Deleted at reload <=", null));

	private final Log log;
	/** Of whom which change was mailed last: none is mailed twice in a row. */
	private final Map<String, Happening> last = new HashMap<>();
	private final ThreadPoolExecutor sender = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(CAPACITY),
			Thread.ofPlatform().daemon().name("mail").factory());
	private Globals globals = Globals.DEFAULT;

	MailNotices(Log log) {
		this.log = log;
	}

	void configure(Globals newGlobals) {
		globals = newGlobals;
	}

	@Override
	public void hear(Subject subject, Happening happening, int priority) {
		MailSettings mail = globals.mail();
		Words words = WORDS.get(happening);
		boolean wanted = subject.mailed() && mail.server() != null && !mail.recipients().isEmpty() && words != null
				&& (mail.faults() || happening != Happening.FAULT);
		String body = !wanted ? null : subject.isGroup() ? words.group() : words.member();
		if (body == null || last.put(subject.kind() + " " + subject.name(), happening) == happening) {
			return;
		}
		String title = (subject.isGroup() ? "VRRP Group " : "VRRP Instance ") + subject.name() + " - " + words.subject();
		String routerId = globals.routerId();
		try {
			sender.execute(() -> send(mail, routerId, title, body));
		} catch (RejectedExecutionException full) {
			log.info("SMTP alert is lost, " + CAPACITY + " others wait: " + title);
		}
	}

	private void send(MailSettings mail, String routerId, String title, String body) {
		try {
			Mail.send(mail, routerId, title, body, log);
		} catch (LinkageError e) {
			log.info("SMTP alert cannot be sent: the jars of jakarta.mail are not on the class path");
		}
	}

	/** What is on its way may still go. */
	void close() {
		sender.shutdown();
		try {
			sender.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

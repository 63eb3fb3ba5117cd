package org.kaconf.runtime.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.kaconf.model.MailSettings;
import org.kaconf.runtime.loop.Log;

/** One mail by SMTP. The only class that needs the mail library, so that a daemon that mails nothing does not load it. */
final class Mail {
	private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
	/** As keepalived writes it; the library would add the name of the zone. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

	private Mail() {
	}

	/** Sends it, or logs why not. @param routerId {@code null} for the host's name */
	static void send(MailSettings settings, String routerId, String title, String body, Log log) {
		String server = settings.server() + ":" + settings.port();
		try {
			String host = Files.readString(HOST_NAME, StandardCharsets.UTF_8).trim();
			String from = settings.from() == null ? System.getProperty("user.name") + "@" + host : settings.from();
			MimeMessage message = new MimeMessage(Session.getInstance(properties(settings, from, host)));
			message.setFrom(new InternetAddress(from));
			for (String recipient : settings.recipients()) {
				message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
			}
			message.setSubject("[" + (routerId == null ? host : routerId) + "] " + title, StandardCharsets.UTF_8.name());
			message.setHeader("X-Mailer", "Kaconf");
			message.setHeader("Date", DATE.format(ZonedDateTime.now()));
			message.setText(body + "\r\n", StandardCharsets.UTF_8.name());
			Transport.send(message);
			log.detail("SMTP alert successfully sent.");
		} catch (MessagingException | IOException e) {
			// The library says at what it failed, and what is below says why.
			log.info("SMTP alert cannot be sent to " + server + ": " + firstLine(e) + (e.getCause() == null ? "" : " (" + firstLine(e.getCause()) + ")"));
		}
	}

	/** A server's words are among them, so nothing that a terminal would obey. */
	private static String firstLine(Throwable e) {
		return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
	}

	private static Properties properties(MailSettings settings, String from, String host) {
		String timeout = Long.toString(settings.connectTimeout().toMillis());
		Properties properties = new Properties();
		properties.setProperty("mail.transport.protocol", "smtp");
		// For the Message-ID; without it the library asks the DNS what this machine is called, which may take long where mail is most wanted.
		properties.setProperty("mail.from", from);
		properties.setProperty("mail.smtp.host", settings.server());
		properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
		properties.setProperty("mail.smtp.localhost", settings.heloName() == null ? host : settings.heloName());
		properties.setProperty("mail.smtp.connectiontimeout", timeout);
		properties.setProperty("mail.smtp.timeout", timeout);
		properties.setProperty("mail.smtp.writetimeout", timeout);
		return properties;
	}
}

package org.kaconf.lang.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.kaconf.model.MailSettings;

/** Where alerts are mailed and who sends any, while it is read. */
final class MailDraft {
	private final List<String> recipients = new ArrayList<>();
	private String from;
	private String server;
	private int port = MailSettings.NONE.port();
	private Duration timeout = MailSettings.NONE.connectTimeout();
	private String heloName;
	private boolean faults = true;
	private Boolean alert;
	private Boolean alertOfVrrp;

	static <T> void addTo(BlockReader<T> reader, Function<T, MailDraft> mail) {
		reader.on("notification_email", (t, line) -> mail.apply(t).recipients.addAll(EntryLine.words(line.statement().getBlock())))
				.on("notification_email_from", (t, line) -> line.word(0).ifPresent(v -> mail.apply(t).from = v))
				.on("smtp_server", (t, line) -> line.word(0).ifPresent(v -> {
					mail.apply(t).server = v;
					mail.apply(t).port = line.integer(1).orElse(MailSettings.NONE.port());
				}))
				.on("smtp_connect_timeout", (t, line) -> line.atLeast(1, 0).ifPresent(v -> mail.apply(t).timeout = Duration.ofSeconds(v)))
				.on("smtp_helo_name", (t, line) -> line.word(0).ifPresent(v -> mail.apply(t).heloName = v))
				.on("no_email_faults", (t, line) -> mail.apply(t).faults = false)
				.on("smtp_alert", (t, line) -> line.flag().ifPresent(v -> mail.apply(t).alert = v))
				.on("smtp_alert_vrrp", (t, line) -> line.flag().ifPresent(v -> mail.apply(t).alertOfVrrp = v));
	}

	/** Whether instances and groups that do not say so themselves send mail. */
	boolean alerts() {
		return Boolean.TRUE.equals(alertOfVrrp == null ? alert : alertOfVrrp);
	}

	MailSettings build() {
		return new MailSettings(recipients, from, server, port, timeout, heloName, faults);
	}
}

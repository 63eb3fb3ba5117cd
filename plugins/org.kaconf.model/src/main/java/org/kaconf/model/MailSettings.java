package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * Where alerts are mailed.
 *
 * @param from {@code null} for keepalived's default
 * @param server host or address; {@code null} when mail is not set up
 */
public record MailSettings(List<String> recipients, String from, String server, int port, Duration connectTimeout) {
	public static final MailSettings NONE = new MailSettings(List.of(), null, null, 25, Duration.ofSeconds(30));

	public MailSettings {
		recipients = List.copyOf(recipients);
	}
}

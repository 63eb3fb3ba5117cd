package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * Where alerts are mailed. Whether an instance or group sends any, it says itself.
 *
 * @param from {@code null} for keepalived's default
 * @param server host or address; {@code null} when mail is not set up
 * @param heloName name that the host greets the server with; {@code null} for its own
 * @param faults whether faults are mailed, too
 */
public record MailSettings(List<String> recipients, String from, String server, int port, Duration connectTimeout, String heloName, boolean faults) {
	public static final MailSettings NONE = new MailSettings(List.of(), null, null, 25, Duration.ofSeconds(30), null, true);

	public MailSettings {
		recipients = List.copyOf(recipients);
	}
}

package org.kaconf.vrrp.machine;

/** How keepalived logs a line. */
public enum LogLevel {
	/** Always. */
	INFO,
	/** Only with {@code --log-detail} ({@code -D}). */
	DETAIL
}

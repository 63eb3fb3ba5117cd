package org.kaconf.runtime.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times in the form of ctime(3), which keepalived's log has. Put together by hand: a formatter with its locale data is the largest part of what
 * the first log line would cost. For one thread.
 */
final class LogTime {
	private static final String DAYS = "MonTueWedThuFriSatSun";
	private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
	private static final int NAME_LENGTH = 3;
	private final ZoneId zone;
	private long lastSecond = Long.MIN_VALUE;
	private String last;

	LogTime(ZoneId zone) {
		this.zone = zone;
	}

	/** Such as {@code Sun Nov  2 16:05:09 2026}. */
	String format(long milliseconds) {
		long second = Math.floorDiv(milliseconds, 1000L);
		if (second != lastSecond) {
			lastSecond = second;
			last = format(Instant.ofEpochSecond(second).atZone(zone));
		}
		return last;
	}

	private static String format(ZonedDateTime time) {
		StringBuilder text = new StringBuilder(24);
		text.append(name(DAYS, time.getDayOfWeek().getValue())).append(' ').append(name(MONTHS, time.getMonthValue())).append(' ');
		two(text, time.getDayOfMonth(), ' ').append(' ');
		two(text, time.getHour(), '0').append(':');
		two(text, time.getMinute(), '0').append(':');
		return two(text, time.getSecond(), '0').append(' ').append(time.getYear()).toString();
	}

	private static String name(String names, int number) {
		return names.substring((number - 1) * NAME_LENGTH, number * NAME_LENGTH);
	}

	private static StringBuilder two(StringBuilder text, int number, char fill) {
		return (number < 10 ? text.append(fill) : text).append(number);
	}
}

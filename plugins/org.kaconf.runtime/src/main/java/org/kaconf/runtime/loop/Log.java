package org.kaconf.runtime.loop;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.SyslogSocket;

/**
 * Writes log lines in keepalived's form, on a thread of its own: a slow disk or terminal must not delay an advert. When lines come faster than
 * they can be written for long, some are dropped and their number is logged. The journal of systemd gets them in its own form, with the severity in place of
 * the time, which it notes itself.
 */
public final class Log implements AutoCloseable {
	private static final int CAPACITY = 20_000;
	/** How long the last lines may take. */
	private static final Duration FAREWELL = Duration.ofSeconds(1);
	private static final int SEVERITY_INFO = 6;
	private static final String PROGRAM = "Kaconf";

	private record Line(long milliseconds, String text) {
	}

	private static final Line END = new Line(0, "");

	private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>(CAPACITY);
	private final boolean detail;
	private final PrintStream console;
	private final JournalStream target;
	private final Thread writer;
	private final AtomicInteger dropped = new AtomicInteger();
	private final LineBudget budget = new LineBudget(System.nanoTime());

	/** @param console {@code null} for syslog */
	public Log(PrintStream console, boolean detail) {
		this(console, detail, console == null || console == System.err ? JournalStream.ofStandardError() : JournalStream.NONE);
	}

	/** @param target what the console is */
	Log(PrintStream console, boolean detail, JournalStream target) {
		this.console = console;
		this.detail = detail;
		this.target = target;
		writer = Thread.ofPlatform().name("log").daemon().start(this::write);
	}

	public void info(String text) {
		if (!budget.spend(System.nanoTime()) || !lines.offer(new Line(System.currentTimeMillis(), text))) {
			dropped.incrementAndGet();
		}
	}

	/** A line for those who asked for detail. */
	public void detail(String text) {
		if (detail) {
			info(text);
		}
	}

	/** Whether detail is wanted, for callers whose text is dear to make. */
	public boolean isDetailed() {
		return detail;
	}

	private void write() {
		SyslogSocket syslog = console == null ? openSyslog() : null;
		PrintStream stream = console == null ? System.err : console;
		boolean journal = syslog == null && target.isJournal();
		LogTime time = journal ? null : new LogTime(ZoneId.systemDefault());
		try {
			for (Line line = lines.take(); line != END; line = lines.take()) {
				if (syslog != null) {
					syslog.send(SEVERITY_INFO, line.text);
				} else if (journal) {
					stream.println(JournalStream.message(SEVERITY_INFO, line.text));
				} else {
					stream.println(time.format(line.milliseconds) + ": " + line.text);
				}
				int missing = lines.isEmpty() ? dropped.getAndSet(0) : 0;
				if (missing > 0) {
					info(missing + " log lines were dropped because they came faster than they may or can be written");
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		stream.flush();
		if (syslog != null) {
			syslog.close();
		}
	}

	private static SyslogSocket openSyslog() {
		try {
			return new SyslogSocket(PROGRAM);
		} catch (LinuxException noSyslogHere) {
			return null;
		}
	}

	/** Returns when all lines are written, or when their reader has taken none of them for too long: a daemon that is to stop must not wait for it. */
	@Override
	public void close() {
		try {
			if (lines.offer(END, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
				writer.join(FAREWELL);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

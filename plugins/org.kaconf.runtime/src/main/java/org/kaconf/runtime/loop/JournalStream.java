package org.kaconf.runtime.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A stream of this process that may be the one by which systemd takes what a service writes into its journal. systemd names that one in the environment
 * (systemd.exec(5), JOURNAL_STREAM), which says little alone: it is inherited by programs whose output goes elsewhere.
 *
 * @param named device and inode of the journal's stream, such as {@code 8:4711}; {@code null} for no journal
 * @param descriptor a path to the stream
 */
public record JournalStream(String named, Path descriptor) {
	/** What cannot be the journal. */
	static final JournalStream NONE = new JournalStream(null, null);
	private static final int SEVERITY_ERROR = 3;
	private static final String VARIABLE = "JOURNAL_STREAM";
	private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

	static JournalStream ofStandardError() {
		return new JournalStream(System.getenv(VARIABLE), STANDARD_ERROR);
	}

	/** What a program says on standard error before it gives up: a message of the severity {@code err} where that is the journal, the text as it is elsewhere. */
	public static String error(String text) {
		return ofStandardError().isJournal() ? message(SEVERITY_ERROR, text) : text;
	}

	/** A text as the journal takes it (sd-daemon(3)): to it each line is a message of its own. @param severity 0 (emergency) .. 7 (debug) */
	static String message(int severity, String text) {
		String mark = "<" + severity + ">";
		return mark + text.replace("\n", "\n" + mark);
	}

	/** Where no journal is named this costs nothing. */
	boolean isJournal() {
		if (named == null) {
			return false;
		}
		try {
			Map<String, Object> own = Files.readAttributes(descriptor, "unix:dev,ino");
			return named.equals(own.get("dev") + ":" + own.get("ino"));
		} catch (IOException noProc) {
			return false;
		}
	}
}

package org.kaconf.runtime.notify;

import java.util.List;
import org.kaconf.model.Globals;
import org.kaconf.runtime.control.Broadcast;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;

/** Tells everybody what happens: scripts, then pipes, then mail, as in keepalived, then subscribers. Belongs to the loop's thread. */
public final class Notifications implements AutoCloseable {
	private final ScriptNotices scripts;
	private final PipeNotices pipes;
	private final MailNotices mail;
	private final List<Listener> listeners;

	public Notifications(Programs programs, Broadcast events, Log log) {
		scripts = new ScriptNotices(programs, log);
		pipes = new PipeNotices(programs, log);
		mail = new MailNotices(log);
		listeners = List.of(scripts, pipes, mail, new EventNotices(events));
	}

	/** @param commands where to find the programs from now on */
	public void configure(Globals globals, ScriptCommands commands) {
		scripts.configure(commands);
		pipes.configure(globals, commands);
		mail.configure(globals);
	}

	/** @param priority the effective priority; 0 for a group */
	public void tell(Subject subject, Happening happening, int priority) {
		for (Listener listener : listeners) {
			listener.hear(subject, happening, priority);
		}
	}

	/** Tells the pipes again what is so already ({@code fifo_write_vrrp_states_on_reload}). */
	public void repeat(Subject subject, Happening happening, int priority) {
		pipes.hear(subject, happening, priority);
	}

	/** The node stops, everybody has heard of it: gives the pipes up. */
	public void stop() {
		pipes.close();
	}

	/** Gives mail that is on its way a last moment. */
	@Override
	public void close() {
		pipes.close();
		mail.close();
	}
}

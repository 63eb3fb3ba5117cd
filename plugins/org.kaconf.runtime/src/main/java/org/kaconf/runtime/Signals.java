package org.kaconf.runtime;

import java.util.HashMap;
import java.util.Map;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.SignalAction;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Signals of this process. The JVM's own handler passes them on, on a thread of its own. A signalfd would need them blocked in every thread, and
 * the JVM's own threads run before anybody could block anything in them.
 */
final class Signals implements AutoCloseable {
	private final Map<Signal, SignalHandler> before = new HashMap<>();

	/**
	 * The JVM leaves a signal alone that whoever started it ignores, as nohup and shells do. A daemon is controlled by signals: it wants it all the same.
	 *
	 * @param name without SIG, such as TERM
	 */
	void on(String name, Runnable action) {
		Signal signal = new Signal(name);
		SignalHandler handler = caught -> action.run();
		SignalHandler earlier = Signal.handle(signal, handler);
		before.put(signal, earlier);
		if (earlier == SignalHandler.SIG_IGN) {
			try {
				SignalAction.makeDefault(signal.getNumber());
				Signal.handle(signal, handler);
			} catch (LinuxException stayIgnored) {
				// The control socket does the same.
			}
		}
	}

	/** Puts back what was before. */
	@Override
	public void close() {
		before.forEach(Signal::handle);
	}
}

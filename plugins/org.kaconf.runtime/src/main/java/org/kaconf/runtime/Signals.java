package org.kaconf.runtime;

import java.util.HashMap;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Signals of this process. The JVM's own handler passes them on, on a thread of its own. A signalfd would need them blocked in every thread, and
 * the JVM's own threads run before anybody could block anything in them.
 */
final class Signals implements AutoCloseable {
	private final Map<Signal, SignalHandler> before = new HashMap<>();

	/** @param name without SIG, such as TERM */
	void on(String name, Runnable action) {
		Signal signal = new Signal(name);
		before.put(signal, Signal.handle(signal, caught -> action.run()));
	}

	/** Puts back what was before. */
	@Override
	public void close() {
		before.forEach(Signal::handle);
	}
}

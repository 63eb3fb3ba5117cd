package org.kaconf.runtime;

import java.util.List;
import org.kaconf.model.Node;
import org.kaconf.runtime.control.ControlSocket;
import org.kaconf.runtime.linux.HeadStart;

/** What the start of a daemon needs and no configuration decides, made ready while the configuration is read: the first advert is sent that much earlier. */
final class Preparation {
	private Preparation() {
	}

	/**
	 * Reads a configuration and returns when all else is ready, too. A daemon that ran earlier would initialise the same classes as the threads here, and two
	 * threads each of which initialises what the other one waits for wait for ever. Reading shares no such classes with them.
	 */
	static Node reading(ConfigurationSource source) throws DaemonException {
		List<Thread> threads = List.of(start(HeadStart::take), start(Preparation::loadOwn));
		try {
			return source.read();
		} finally {
			threads.forEach(Preparation::await);
		}
	}

	private static void loadOwn() {
		Version.get();
		ControlSocket.prepare();
	}

	private static Thread start(Runnable work) {
		return Thread.ofPlatform().daemon().name("head start").start(work);
	}

	private static void await(Thread thread) {
		try {
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

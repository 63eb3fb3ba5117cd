package org.kaconf.runtime.notify;

/** Hears what happens, on the loop's thread, and must not hold it up. */
interface Listener {
	/** @param priority the effective priority; 0 for a group */
	void hear(Subject subject, Happening happening, int priority);
}

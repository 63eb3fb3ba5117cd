package org.kaconf.runtime.linux;

/**
 * How a process ended, taken apart (wait(2)).
 *
 * @param exitStatus 0..255; 0 when a signal ended it
 * @param signal the signal that ended it; 0 when it exited
 */
public record WaitStatus(int exitStatus, int signal) {
	static WaitStatus of(int raw) {
		int signal = raw & 0x7f;
		return new WaitStatus(signal == 0 ? raw >>> 8 & 0xff : 0, signal);
	}

	public boolean exited() {
		return signal == 0;
	}

	@Override
	public String toString() {
		return exited() ? "exited with status " + exitStatus : "ended by signal " + signal;
	}
}

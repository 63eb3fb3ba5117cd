package org.kaconf.runtime.linux;

import static org.kaconf.runtime.linux.SystemCall.CLOSE;

/** An open file descriptor with one owner. */
public abstract class Descriptor implements AutoCloseable {
	private int number;

	Descriptor(int number) {
		this.number = number;
	}

	public final int number() {
		return number;
	}

	/** Closes it; closing twice does nothing, so that a number that was given out again is not closed. */
	@Override
	public final void close() {
		if (number >= 0) {
			Kernel.quickCall(CLOSE, number, 0, 0, 0, 0, 0);
			number = -1;
		}
	}
}

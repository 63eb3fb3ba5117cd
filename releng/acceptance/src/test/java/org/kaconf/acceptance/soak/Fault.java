package org.kaconf.acceptance.soak;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.kaconf.acceptance.peer.Member;

/** What happens to a node, and how it ends. */
enum Fault {
	CRASH(Member::crash, Member::start),
	STOP(Member::stop, Member::start),
	UNPLUG(Member::unplug, Member::plug),
	HOLD(Member::hold, Member::resume),
	/** Over at once: the node goes on. */
	RELOAD(member -> member.reload(""), null);

	private final Action begin;
	private final Action end;

	Fault(Action begin, Action end) {
		this.begin = begin;
		this.end = end;
	}

	private interface Action {
		void on(Member member) throws IOException, TimeoutException;
	}

	boolean lasts() {
		return end != null;
	}

	void begin(Member member) throws IOException, TimeoutException {
		begin.on(member);
	}

	void end(Member member) throws IOException, TimeoutException {
		end.on(member);
	}
}

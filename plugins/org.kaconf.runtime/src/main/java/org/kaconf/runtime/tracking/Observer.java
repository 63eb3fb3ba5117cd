package org.kaconf.runtime.tracking;

import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/** Is told, on the loop's thread, when something that is tracked stands differently. */
public interface Observer {
	/** @param event {@link Event.Track} or {@link Event.FileValue} */
	void changed(Tracker tracker, Event event);
}

package org.kaconf.runtime.daemon;

import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.PacketSender;

/** Where virtual routers send their adverts, and hear those for them. */
interface Port {
	/** @return {@code null} while there is no such interface */
	Link link();

	/** @return {@code null} while there is no such interface */
	PacketSender socket();

	/** From now on the router is handed what names its id. */
	void add(Router router);

	/** What it still receives is none of ours. */
	void remove(Router router);
}

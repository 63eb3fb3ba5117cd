/** The event loop of the daemon's one thread, and the log, whose writing is not that thread's business. */
package org.kaconf.runtime.loop;

/** Who is told of changes of state: scripts, named pipes, mail, and whoever has subscribed at the control socket; in keepalived's words and order. */
package org.kaconf.runtime.notify;

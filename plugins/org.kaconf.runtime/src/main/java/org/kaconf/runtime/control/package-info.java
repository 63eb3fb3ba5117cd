/** The control socket of a running daemon: a Unix socket for its owner alone that answers one line of JSON to each line of JSON. */
package org.kaconf.runtime.control;

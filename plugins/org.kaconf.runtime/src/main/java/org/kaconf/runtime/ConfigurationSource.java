package org.kaconf.runtime;

import org.kaconf.model.Node;

/** Where the configuration of a node comes from, at the start and at each reload. */
public interface ConfigurationSource {
	/** Reads it; this may take its time. @throws DaemonException what is wrong with it, in one line */
	Node read() throws DaemonException;
}

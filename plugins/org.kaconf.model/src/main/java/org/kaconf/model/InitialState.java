package org.kaconf.model;

/** The state a node claims at start, before the election by priority decides. */
public enum InitialState {
	MASTER, BACKUP
}

package org.kaconf.ide;

/** How bad a diagnostic is, the worst first. */
public enum Severity {
	ERROR, WARNING, INFO
}

/**
 * The {@code kaconf} command: one class a sub-command, thin over the services below.
 *
 * <p>Exit codes of every sub-command: 0 done and nothing found, 1 findings, 2 the command could not do its work (wrong usage, a file that
 * cannot be read, no privileges). {@code kaconf run} passes on the exit code of the runtime.
 */
package org.kaconf.cli;

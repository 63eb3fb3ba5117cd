/**
 * Makes a cluster's files from its text: for each node the expanded keepalived.conf, the check scripts, a systemd unit and node.json, and for
 * the cluster a report. {@link org.kaconf.generator.Generator} decides the bytes and does no I/O, {@link org.kaconf.generator.OutputFolder}
 * brings them to the disk.
 */
package org.kaconf.generator;

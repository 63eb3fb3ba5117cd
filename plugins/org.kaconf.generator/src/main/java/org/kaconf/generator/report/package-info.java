/** The report of a cluster, for people. */
package org.kaconf.generator.report;

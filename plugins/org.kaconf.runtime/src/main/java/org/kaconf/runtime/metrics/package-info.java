/** What Prometheus scrapes. */
package org.kaconf.runtime.metrics;

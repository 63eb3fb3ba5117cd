/** Measures Kaconf, and keepalived beside it in the same run. Figures are for docs/benchmarks.md; no test depends on them. */
package org.kaconf.bench;

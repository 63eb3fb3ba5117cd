/** {@code kaconf demo}: the acceptance scenario played live, with real packets between network namespaces and real nginx. */
package org.kaconf.cli.demo;

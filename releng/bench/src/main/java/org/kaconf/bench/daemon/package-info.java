/** Whole daemons in network namespaces, seen from outside: packets, CPU time and memory. */
package org.kaconf.bench.daemon;

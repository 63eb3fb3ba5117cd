/** Reading and checking configurations, as a process and within one. */
package org.kaconf.bench.text;

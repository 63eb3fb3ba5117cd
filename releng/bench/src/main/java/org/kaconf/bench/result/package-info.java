/** What was measured and how it is shown. */
package org.kaconf.bench.result;

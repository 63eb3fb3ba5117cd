/** How long an editor waits for the language. */
package org.kaconf.bench.editing;

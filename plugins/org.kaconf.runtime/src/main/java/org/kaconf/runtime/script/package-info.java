/** Running programs: check scripts with their results, notify scripts, and as which user. */
package org.kaconf.runtime.script;

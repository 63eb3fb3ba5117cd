/** What instances track besides scripts and interfaces: processes, files, and BFD sessions as others report them. */
package org.kaconf.runtime.tracking;

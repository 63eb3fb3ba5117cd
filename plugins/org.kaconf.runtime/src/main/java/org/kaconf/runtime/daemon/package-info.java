/** The daemon's inside: one thread that owns all VRRP state, and what it drives. */
package org.kaconf.runtime.daemon;

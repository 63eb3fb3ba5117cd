/** The systemd unit of the Kaconf runtime. */
package org.kaconf.generator.unit;

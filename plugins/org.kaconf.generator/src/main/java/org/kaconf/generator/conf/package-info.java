/** The keepalived.conf of a node. */
package org.kaconf.generator.conf;

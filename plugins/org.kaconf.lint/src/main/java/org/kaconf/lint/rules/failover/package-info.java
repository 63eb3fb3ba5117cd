/** The rules of the group failover. */
package org.kaconf.lint.rules.failover;

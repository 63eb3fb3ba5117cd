/** The rules of the group cluster. */
package org.kaconf.lint.rules.cluster;

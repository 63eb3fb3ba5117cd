/** The rules of the group instance. */
package org.kaconf.lint.rules.instance;

/** The rules of the group style. */
package org.kaconf.lint.rules.style;

/** The rules of the group syntax. */
package org.kaconf.lint.rules.syntax;

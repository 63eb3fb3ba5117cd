/** The rules of the group security. */
package org.kaconf.lint.rules.security;

/** The rules of the group reference. */
package org.kaconf.lint.rules.reference;

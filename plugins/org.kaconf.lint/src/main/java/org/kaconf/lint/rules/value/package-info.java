/** The rules of the group value. */
package org.kaconf.lint.rules.value;

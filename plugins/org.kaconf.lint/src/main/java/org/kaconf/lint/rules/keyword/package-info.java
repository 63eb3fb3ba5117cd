/** The rules of the group keyword. */
package org.kaconf.lint.rules.keyword;

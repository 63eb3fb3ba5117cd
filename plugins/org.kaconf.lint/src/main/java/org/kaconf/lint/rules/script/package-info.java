/** The rules of the group script. */
package org.kaconf.lint.rules.script;

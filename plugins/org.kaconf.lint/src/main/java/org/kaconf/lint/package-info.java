/**
 * Finds what is wrong with a configuration: {@link org.kaconf.lint.Linter} runs the rules over an analysis and returns
 * {@link org.kaconf.lint.Diagnostic}s, each with a place, the rule it is from, related places and fixes.
 */
package org.kaconf.lint;

/** Diagnostics and rules as text: for people, for programs, and as pages of documentation. */
package org.kaconf.lint.report;

/**
 * Lays out a text: indentation, blanks, blank lines and where braces stand. Nothing but blanks and line ends is ever changed, and none on
 * which the meaning could depend. {@link org.kaconf.lang.format.Formatter} is the way in.
 */
package org.kaconf.lang.format;

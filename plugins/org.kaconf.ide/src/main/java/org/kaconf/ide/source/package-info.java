/**
 * The text as an editor sees it: every statement, word, comment and brace with its offset, whatever state the text is in.
 *
 * <p>Analyses parse with the language's own grammar. An editor needs an answer for each keystroke, in the middle of a word and with
 * braces missing, and needs the comments too; so this reading is separate, tolerant and fast. A test holds the two together.
 */
package org.kaconf.ide.source;
